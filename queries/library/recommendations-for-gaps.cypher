/* ---
title: Gaps and the recommendations addressed to the same agencies
question: Which recommendations are addressed to the agencies that a kind of gap names, and which gaps have none?
numbers: [21]
group: Learning and quality
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  none_only: {type: flag, help: only gaps whose agencies no recommendation addresses}
columns:
  holder: the type of agency that held the information or could have acted
  kind: the kind of gap, a code of the coding frame
  gaps: how many such gaps the report describes
  recommendations: labels of the recommendations addressed to that type of agency
  paragraph: the paragraph of the first such gap, or the page
  quote: the words of the report there
evidence: quote
advice: >-
  Matched by addressee alone: whether a recommendation answers a gap is for the reader to say. A
  recommendation to all agencies may stand under the network as a whole.
leads_to: [recommendations, recurring-recommendations, evidence]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
WITH c, g, k, COLLECT {
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
MATCH (g)-[:HOLDER]->(h:AgencyType)
WITH c, h, k, g, e ORDER BY e.start
WITH c, h, k, count(DISTINCT g) AS gaps, head(collect(e)) AS e
WITH h, k, gaps, e, COLLECT {
  MATCH (c)<-[:IN_CASE]-(r:Recommendation)-[:ADDRESSED_TO]->(h)
  RETURN DISTINCT coalesce(r.label, 'unnumbered') AS label ORDER BY label
} AS recommendations
{% if none_only %}
WHERE size(recommendations) = 0
{% endif %}
RETURN h.label AS holder,
  k.code AS kind,
  gaps,
  recommendations,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY holder, kind
