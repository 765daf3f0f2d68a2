/* ---
title: Absences by type of meeting
question: Which agencies do reports describe as absent from which types of meeting?
numbers: [9]
group: Meetings and process
scope: cross-case
parameters:
  type: {type: meeting_type, many: true, help: only meetings of these types}
  agency_type: {type: agency_type, many: true, help: only absences of these agency types}
columns:
  type: the type of meeting
  agency: the type of agency
  absent: meetings from which it is said to have been absent or not invited
  attended: meetings at which it is said to have been present
  cases: reports that describe an absence
least_cases: 2
advice: >-
  Counts describe what published reviews of severe cases say, not practice. Reports seldom list
  everyone present, and name absences because something followed from them.
leads_to: [meetings-and-absences, gap-kinds-by-agency-pair]
--- */
MATCH (t:MeetingType)<-[:TYPE]-(m:Meeting)-[:ABSENT]->(a:AgencyType)
WHERE EXISTS {
    MATCH (m)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
{% if type %}
  AND t.code IN $type
{% endif %}
{% if agency_type %}
  AND a.code IN $agency_type
{% endif %}
MATCH (m)-[:IN_CASE]->(c:Case)
WITH t, a, count(DISTINCT m) AS absent, count(DISTINCT c) AS cases
RETURN t.label AS type,
  a.label AS agency,
  absent,
  COUNT { MATCH (t)<-[:TYPE]-(m:Meeting)-[:ATTENDED]->(a) RETURN DISTINCT m } AS attended,
  cases
ORDER BY cases DESC, absent DESC, type, agency
