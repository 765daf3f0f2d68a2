/* ---
title: Meetings, and who was not there
question: Which meetings were held or not, who attended, and who was absent or not invited?
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  type: {type: meeting_type, many: true, help: only meetings of these types}
  absent: {type: party, many: true, help: only meetings where one of these was absent}
  absences_only: {type: flag, help: 'only meetings that were not held, or where someone was absent'}
columns:
  date: when, as exact as the report is
  type: the type of meeting
  held: whether it took place
  attended: who is said to have been there
  absent: who is said to have been absent or not invited
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Reports seldom list everyone: a party in neither column is not known to have been there or away.
  Having been there is not having heard.
leads_to: [evidence, case-timeline, agencies-involved]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(m:Meeting)-[:TYPE]->(t:MeetingType)
WHERE true
{% if type %}
  AND t.code IN $type
{% endif %}
{% if absent %}
  AND EXISTS { MATCH (m)-[:ABSENT]->(p:Party) WHERE p.code IN $absent }
{% endif %}
{% if absences_only %}
  AND (m.held = false OR EXISTS { (m)-[:ABSENT]->(:Party) })
{% endif %}
WITH m, t, COLLECT {
  MATCH (m)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN m.date AS date,
  t.label AS type,
  m.held AS held,
  COLLECT { MATCH (m)-[:ATTENDED]->(p:Party) RETURN p.label ORDER BY p.label } AS attended,
  COLLECT { MATCH (m)-[:ABSENT]->(p:Party) RETURN p.label ORDER BY p.label } AS absent,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY m.dateFrom, m.dateTo, e.start, type, m.uri
