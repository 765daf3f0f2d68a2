/* ---
title: Factors and gap kinds that reports describe together
question: With which gap kinds do the factors of the coding frame occur in the same reports?
numbers: [18]
group: Child, family, risk
scope: cross-case
parameters:
  factor: {type: factor, many: true, help: only these factors}
  kind: {type: gap_kind, many: true, help: only gaps of these kinds}
columns:
  factor: a circumstance of the child, the family or the work
  kind: the kind of gap, a code of the coding frame
  cases: reports that describe both
  with_factor: reports that describe the factor
  with_kind: reports that describe the kind of gap
  all_cases: reports in the graph
  lift: how many times more often together than if neither had to do with the other
least_cases: 2
advice: >-
  Counts describe what published reviews of severe cases say, not practice. Occurring in the same
  report is no cause, and with few reports a lift means little.
leads_to: [factors-together, gap-kinds-by-agency-pair]
--- */
// Few facts have been rejected, so they are found from there: to look at the status of each takes seconds.
OPTIONAL MATCH (:ReviewStatus {code: 'rejected'})<-[:STATUS]-(:Evidence)<-[:EVIDENCE]-(x)
WHERE NOT EXISTS {
    MATCH (x)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
WITH collect(DISTINCT x) AS rejected
MATCH (c:Case)
WITH c,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(x:Factor)-[:FACTOR]->(f:FactorType)
    WHERE NOT x IN rejected
    RETURN DISTINCT f.code
  } AS factors,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
    WHERE NOT g IN rejected
    RETURN DISTINCT k.code
  } AS kinds
WITH collect({factors: factors, kinds: kinds}) AS reports
MATCH (f:FactorType)
{% if factor %}
WHERE f.code IN $factor
{% endif %}
MATCH (k:GapKind)
{% if kind %}
WHERE k.code IN $kind
{% endif %}
WITH f, k, size(reports) AS all_cases,
  size([r IN reports WHERE f.code IN r.factors AND k.code IN r.kinds]) AS cases,
  size([r IN reports WHERE f.code IN r.factors]) AS with_factor,
  size([r IN reports WHERE k.code IN r.kinds]) AS with_kind
WHERE cases > 0
RETURN f.label AS factor,
  k.code AS kind,
  cases,
  with_factor,
  with_kind,
  all_cases,
  1.0 * cases * all_cases / (with_factor * with_kind) AS lift
ORDER BY cases DESC, lift DESC, factor, kind
