/* ---
title: Reasons given for gaps
question: Which reasons do reports give for information not being shared or a chance not being taken?
numbers: [22]
group: Learning and quality
scope: cross-case
parameters:
  kind: {type: gap_kind, many: true, help: only gaps of these kinds}
  reason: {type: reason, many: true, help: only these reasons}
columns:
  reason: the reason the report states
  kind: the kind of gap, a code of the coding frame
  gaps: how many gaps
  cases: in how many reports
least_cases: 2
advice: >-
  Most gaps come without a stated reason and are not here. Counts describe what published reviews
  say, not practice.
leads_to: [missed-opportunities, information-gaps, gap-kinds-by-agency-pair]
--- */
MATCH (r:Reason)<-[:REASON]-(g:Gap)-[:KIND]->(k:GapKind)
WHERE EXISTS {
    MATCH (g)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
{% if kind %}
  AND k.code IN $kind
{% endif %}
{% if reason %}
  AND r.code IN $reason
{% endif %}
MATCH (g)-[:IN_CASE]->(c:Case)
RETURN r.label AS reason,
  k.code AS kind,
  count(DISTINCT g) AS gaps,
  count(DISTINCT c) AS cases
ORDER BY cases DESC, gaps DESC, reason, kind
