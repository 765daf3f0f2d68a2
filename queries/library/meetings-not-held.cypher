/* ---
title: Indicated but not held
question: Where was a strategy discussion or a section 47 enquiry indicated and not held?
numbers: [10]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  type:
    type: meeting_type
    many: true
    default: [strategy_meeting]
    help: the types of meeting to look for
columns:
  what: 'a meeting that was not held, or a gap that speaks of one'
  type: the type of meeting, or the kind of gap
  parties: who was in a position to call or attend it
  date: when, as exact as the report is
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Gaps are found by the words strategy and section 47. Whether a meeting was indicated is the
  report's judgement, with hindsight.
leads_to: [meetings-and-absences, missed-opportunities, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(f:Meeting)-[:TYPE]->(t:MeetingType)
  WHERE f.held = false AND t.code IN $type
  RETURN f, t.label AS type, false AS spoken
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(f:Gap)-[:KIND]->(k:GapKind)
  RETURN f, k.label AS type, true AS spoken
}
WITH f, type, spoken, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
  AND (NOT spoken OR toLower(e.quote) CONTAINS 'strategy' OR toLower(e.quote) CONTAINS 'section 47'
    OR toLower(e.quote) CONTAINS 's47')
RETURN toLower(head(labels(f))) AS what,
  type,
  COLLECT { MATCH (f)-[:HOLDER|ATTENDED|ABSENT]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  f.date AS date,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY e.start, what, type, f.uri
