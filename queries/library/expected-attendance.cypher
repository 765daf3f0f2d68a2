/* ---
title: Expected and present
question: Which agencies were missing from strategy discussions, conferences, core groups and reviews?
numbers: [9]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  type: {type: meeting_type, many: true, help: only meetings of these types}
  stated: {type: flag, help: only meetings where the report says that someone expected was absent}
analysis: attendance
gives: [date, code, type, attended, absent, involved, paragraph, quote]
columns:
  date: when, as exact as the report is
  type: the type of meeting
  present: places that were filled
  absent: places that the report says were empty
  not_mentioned: places that the report does not speak of
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Not mentioned is not absent: reports seldom list everyone. Whom to expect is the guidance of
  England, and an agency counts only where it worked with the family.
leads_to: [meetings-and-absences, absences-by-meeting-type, statutory-clocks]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(m:Meeting)-[:TYPE]->(t:MeetingType)
WHERE m.held = true
{% if type %}
  AND t.code IN $type
{% endif %}
WITH c, m, t, COLLECT {
  MATCH (m)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN m.date AS date,
  t.code AS code,
  t.label AS type,
  COLLECT { MATCH (m)-[:ATTENDED]->(p:Party) RETURN p.code ORDER BY p.code } AS attended,
  COLLECT { MATCH (m)-[:ABSENT]->(p:Party) RETURN p.code ORDER BY p.code } AS absent,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(a:Agency)-[:AGENCY_TYPE]->(p:AgencyType)
    WHERE a.involved = true
    RETURN DISTINCT p.code ORDER BY p.code
  } AS involved,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY m.dateFrom, m.dateTo, e.start, code, m.uri
