/* ---
title: Closed, then a new concern
question: After which closures of the case did a new concern or the incident follow within so many days?
numbers: [12]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  days: {type: int, default: 90, help: days after the closure in which to look}
  concern:
    type: event_type
    many: true
    default: [incident, disclosure, arrest_or_offence, missed_appointment, case_opened, death]
    help: the types of event that count as a new concern
columns:
  closed: when the case was closed, as exact as the report is
  parties: who had part in closing it
  next: the first concern after it
  next_date: when, as exact as the report is
  days_after: 'days from closure to concern, at least (partial dates are read as early as they may be)'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Only closures and concerns with a date can be compared. That one followed the other does not say
  that it followed from it.
leads_to: [case-timeline, evidence, accumulating-concerns]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(f:Event)-[:TYPE]->(:EventType {code: 'case_closed'})
WHERE f.dateFrom IS NOT NULL
WITH c, f, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
MATCH (c)<-[:IN_CASE]-(n:Event)-[:TYPE]->(t:EventType)
WHERE n <> f AND t.code IN $concern
  AND n.dateFrom >= f.dateFrom AND n.dateFrom <= f.dateTo + duration({days: $days})
WITH f, e, n, t ORDER BY n.dateFrom, n.uri
WITH f, e, head(collect(n)) AS n, head(collect(t)) AS t
RETURN f.date AS closed,
  COLLECT { MATCH (f)-[:PARTIES]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  t.label AS next,
  n.date AS next_date,
  duration.inDays(f.dateFrom, n.dateFrom).days AS days_after,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, e.start, f.uri
