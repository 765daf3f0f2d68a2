/* ---
title: Concerns that add up
question: Where did several dated concerns follow each other with no assessment between them?
numbers: [19]
group: Child, family, risk
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  least: {type: int, default: 3, help: how many concerns in sequence to show from}
  concern:
    type: event_type
    many: true
    default: [incident, disclosure, arrest_or_offence, missed_appointment]
    help: the types of event that count as a concern (concerns raised by family or public count always)
columns:
  date: when, as exact as the report is
  concern: the type of event, or of communication
  number: which concern it is since the last dated assessment
  last_assessment: when that was, as exact as the report is
  parties: who had part in it
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Only what has a date is counted, and what counts as a concern is your choice (concern=…). What
  looks like a pattern afterwards need not have been visible then.
leads_to: [case-timeline, closed-then-concern, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(f:Event)-[:TYPE]->(t:EventType)
  WHERE t.code IN $concern AND f.dateFrom IS NOT NULL
  RETURN f, t.label AS concern
  UNION
  MATCH (c)<-[:IN_CASE]-(f:Communication)-[:SENDER]->(:FamilyRole)
  WHERE f.dateFrom IS NOT NULL
  MATCH (f)-[:CHANNEL]->(ch:Channel)
  RETURN f, ch.label AS concern
}
WITH c, f, concern, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
WITH f, e, concern, COLLECT {
  MATCH (c)<-[:IN_CASE]-(a:Event)-[:TYPE]->(:EventType {code: 'assessment'})
  WHERE a.dateFrom < f.dateFrom
  RETURN a ORDER BY a.dateFrom DESC, a.uri LIMIT 1
}[0] AS a
WITH collect({fact: f, place: e, concern: concern, last: a}) AS concerns
UNWIND concerns AS x
WITH x, size([y IN concerns WHERE y.fact.dateFrom <= x.fact.dateFrom
  AND (x.last IS NULL OR y.fact.dateFrom > x.last.dateFrom)]) AS number, x.fact AS f, x.place AS e, x.last AS a
WHERE number >= $least
RETURN f.date AS date,
  x.concern AS concern,
  number,
  a.date AS last_assessment,
  COLLECT { MATCH (f)-->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, concern, f.uri
