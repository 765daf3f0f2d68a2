/* ---
title: Recommendations
question: What does the report recommend, and to whom?
group: Learning and quality
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  addressed_to: {type: agency_type, many: true, help: only those addressed to one of these}
columns:
  label: the recommendation's label as printed
  addressed_to: the agencies it is addressed to
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  text: the recommendation in the words of the report
evidence: text
advice: >-
  Addressees are those that the recommendation names. What became of it is not in the report.
leads_to: [evidence, information-gaps, missed-opportunities]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(r:Recommendation)
{% if addressed_to %}
WHERE EXISTS { MATCH (r)-[:ADDRESSED_TO]->(p:AgencyType) WHERE p.code IN $addressed_to }
{% endif %}
WITH r, COLLECT {
  MATCH (r)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN r.label AS label,
  COLLECT { MATCH (r)-[:ADDRESSED_TO]->(p:AgencyType) RETURN p.label ORDER BY p.label } AS addressed_to,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  coalesce(r.text, e.quote) AS text
ORDER BY e.start, r.uri
