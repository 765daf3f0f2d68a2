/* ---
title: Kinds of gap in reports over the years
question: Which kinds of gap do reports describe, by the year in which they were published?
numbers: [3]
group: Information flow
scope: cross-case
parameters:
  kind: {type: gap_kind, many: true, help: only gaps of these kinds}
columns:
  year: the year in which the reports were published
  kind: the kind of gap, a code of the coding frame
  gaps: how many gaps the reports describe
  cases: in how many reports
least_cases: 2
advice: >-
  Counts describe what published reviews of severe cases say in the year they came out, years after
  what they tell of. A change may be one of how reviews are written.
leads_to: [gap-kinds-by-agency-pair, factors-by-gap-kind]
--- */
MATCH (k:GapKind)<-[:KIND]-(g:Gap)-[:IN_CASE]->(c:Case)
WHERE c.published IS NOT NULL AND EXISTS {
    MATCH (g)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
{% if kind %}
  AND k.code IN $kind
{% endif %}
RETURN left(c.published, 4) AS year,
  k.code AS kind,
  count(DISTINCT g) AS gaps,
  count(DISTINCT c) AS cases
ORDER BY year, cases DESC, gaps DESC, kind
