/* ---
title: Gaps between pairs of agency types
question: Between which pairs of agency types do reports describe most gaps, by kind and direction?
numbers: [3]
group: Information flow
scope: cross-case
parameters:
  kind: {type: gap_kind, many: true, help: only gaps of these kinds}
  holder: {type: agency_type, many: true, help: only gaps where one of these held the information}
  receiver: {type: agency_type, many: true, help: only gaps where one of these should have had it}
columns:
  holder: the type of agency that held the information
  receiver: the type of agency that should have had it
  kind: the kind of gap, a code of the coding frame
  gaps: how many gaps the reports describe
  cases: in how many reports
least_cases: 2
advice: >-
  Counts describe what published reviews of severe cases say, not practice, and rank nobody. A gap
  with several holders or receivers is counted with each pair.
leads_to: [time-to-sharing, information-gaps, factors-by-gap-kind]
--- */
MATCH (r:AgencyType)<-[:RECEIVER]-(g:Gap)
WHERE EXISTS {
    MATCH (g)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
{% if receiver %}
  AND r.code IN $receiver
{% endif %}
MATCH (g)-[:HOLDER]->(h:AgencyType)
WHERE h <> r
{% if holder %}
  AND h.code IN $holder
{% endif %}
MATCH (g)-[:KIND]->(k:GapKind)
{% if kind %}
WHERE k.code IN $kind
{% endif %}
MATCH (g)-[:IN_CASE]->(c:Case)
RETURN h.label AS holder,
  r.label AS receiver,
  k.code AS kind,
  count(DISTINCT g) AS gaps,
  count(DISTINCT c) AS cases
ORDER BY cases DESC, gaps DESC, holder, receiver, kind
