/* ---
title: Agencies and services involved
question: Which agencies worked with the family, and how often do they appear in meetings, communications and gaps?
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  agency_type: {type: agency_type, many: true, help: only agencies of these types}
  all: {type: flag, help: also agencies that only the review itself met}
columns:
  agency: the agency as the report names it
  type: its type in the coding frame
  area: the area it works for, where stated
  involved: whether it worked with the family (no = only the review itself met it)
  meetings: meetings of the case that agencies of this type attended
  communications: communications that agencies of this type sent or received
  gaps: gaps in which agencies of this type held the information, were to have it, or could have acted
  paragraph: where the report first names it
  quote: the words of the report
evidence: quote
advice: >-
  Meetings, communications and gaps are counted by agency type: the report seldom tells two teams of
  one type apart. The counts say how the report was written, not how well anyone worked.
leads_to: [communications, meetings-and-absences, information-gaps]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(a:Agency)-[:AGENCY_TYPE]->(t:AgencyType)
WHERE true
{% if agency_type %}
  AND t.code IN $agency_type
{% endif %}
{% if not all %}
  AND a.involved = true
{% endif %}
WITH c, a, t, COLLECT {
  MATCH (a)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN a.name AS agency,
  t.label AS type,
  COLLECT { MATCH (a)-[:AREA]->(r:Area) RETURN r.name ORDER BY r.name }[0] AS area,
  a.involved AS involved,
  COUNT { MATCH (c)<-[:IN_CASE]-(m:Meeting)-[:ATTENDED]->(t) RETURN DISTINCT m } AS meetings,
  COUNT { MATCH (c)<-[:IN_CASE]-(m:Communication)-[:SENDER|RECEIVER]->(t) RETURN DISTINCT m } AS communications,
  COUNT {
    MATCH (c)<-[:IN_CASE]-(g:Gap)-[:HOLDER|RECEIVER]->(t), (g)-[:EVIDENCE]->(s:Evidence)
    WHERE NOT EXISTS { (s)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
    RETURN DISTINCT g
  } AS gaps,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY type, agency, a.uri
