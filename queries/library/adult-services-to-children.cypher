/* ---
title: Known to adult services, not to children's services
question: Where was something known to a service for adults and absent from services for children?
numbers: [6]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  adult_service:
    type: agency_type
    many: true
    default: [adult_mental_health, substance_misuse, probation, adult_social_care]
    help: the services for adults
  childrens_service:
    type: agency_type
    many: true
    default: [childrens_social_care, mash, early_help, health_visiting, midwifery, school]
    help: the services for children
columns:
  kind: the kind of gap, a code of the coding frame
  holder: who held the information
  receiver: who should have had it
  about: what the information was about
  date: when, as exact as the report is
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Only gaps for which the report names both sides are here. Absence in the graph is not absence in
  the case.
leads_to: [item-of-information, where-it-stopped, information-gaps, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
WHERE EXISTS { MATCH (g)-[:HOLDER]->(p:AgencyType) WHERE p.code IN $adult_service }
  AND EXISTS { MATCH (g)-[:RECEIVER]->(p:AgencyType) WHERE p.code IN $childrens_service }
WITH g, k, COLLECT {
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN k.code AS kind,
  COLLECT { MATCH (g)-[:HOLDER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS holder,
  COLLECT { MATCH (g)-[:RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS receiver,
  g.about AS about,
  g.date AS date,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY e.start, kind, g.uri
