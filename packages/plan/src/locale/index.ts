export {
  HEADINGS,
  LOCALES,
  SECTIONS,
  type HeadingTable,
  type Locale,
  type OverviewField,
  type HeaderField,
  type SectionKey,
} from './headings';
export { headingWords, recognizeHeading, type KnownHeading } from './recognize';
