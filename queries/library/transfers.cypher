/* ---
title: Transfers and what was lost in them
question: Which moves, transfers and changes of worker does the report describe, and which gaps lie near them?
numbers: [13]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  days: {type: int, default: 60, help: days after the transfer in which to look for gaps}
  type:
    type: event_type
    many: true
    default: [move, placement, discharge, change_of_worker]
    help: the types of event that count as a transfer
columns:
  date: when, as exact as the report is
  what: 'the transfer, or a gap that says there was no handover'
  parties: who had part in it
  gaps_after: kinds of gap dated within those days after it
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Gaps seldom carry a date: none after a transfer does not mean that nothing was lost. A gap near a
  transfer need not come from it.
leads_to: [worker-changes, information-gaps, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(f:Event)-[:TYPE]->(t:EventType)
  WHERE t.code IN $type
  RETURN f, t.label AS what
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(f:Gap)-[:KIND]->(k:GapKind {code: 'no_handover'})
  RETURN f, k.label AS what
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(f:Communication)-[:CHANNEL]->(ch:Channel {code: 'records_transfer'})
  RETURN f, ch.label AS what
}
WITH c, f, what, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN f.date AS date,
  what,
  COLLECT { MATCH (f)-[:PARTIES|HOLDER|SENDER|RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
    WHERE g <> f AND g.dateFrom >= f.dateFrom AND g.dateFrom <= f.dateTo + duration({days: $days})
    RETURN DISTINCT k.code ORDER BY k.code
  } AS gaps_after,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, what, f.uri
