/* ---
title: Changes of worker
question: How often did the worker change, and which gaps follow within so many days?
numbers: [14]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  days: {type: int, default: 60, help: days after the change in which to look for gaps}
columns:
  date: when, as exact as the report is
  parties: whose worker changed
  gaps_after: kinds of gap dated within those days after it
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Gaps seldom carry a date: none after a change does not mean that nothing was lost. A gap near a
  change need not come from it.
leads_to: [transfers, information-gaps, evidence]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(f:Event)-[:TYPE]->(:EventType {code: 'change_of_worker'})
WITH c, f, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN f.date AS date,
  COLLECT { MATCH (f)-[:PARTIES]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
    WHERE g.dateFrom >= f.dateFrom AND g.dateFrom <= f.dateTo + duration({days: $days})
    RETURN DISTINCT k.code ORDER BY k.code
  } AS gaps_after,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, f.uri
