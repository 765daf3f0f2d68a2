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
  kind: 'the kind of gap; empty for an item that a service for adults is said to have known and no service for children is shown to have had'
  holder: who held the information
  receiver: who should have had it
  about: 'what the information was about, or the item'
  date: when, as exact as the report is
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Gaps for which the report names both sides, and items of information known on the one side and not
  shown on the other. Absence in the graph is not absence in the case.
leads_to: [item-of-information, where-it-stopped, information-gaps, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(f:Gap)-[:KIND]->(k:GapKind)
  WHERE EXISTS { MATCH (f)-[:HOLDER]->(p:AgencyType) WHERE p.code IN $adult_service }
    AND EXISTS { MATCH (f)-[:RECEIVER]->(p:AgencyType) WHERE p.code IN $childrens_service }
  RETURN f, k.code AS kind, f.about AS about
  UNION
  MATCH (c)<-[:IN_CASE]-(t:Topic)<-[:TOPICS]-(f:Knowledge)-[:PARTY]->(a:AgencyType)
  WHERE a.code IN $adult_service AND EXISTS { MATCH (f)-[:STATUS]->(s) WHERE s.code IN ['knew', 'part'] }
    AND NOT EXISTS {
      MATCH (t)<-[:TOPICS]-(x:Knowledge)-[:PARTY]->(p:AgencyType)
      WHERE p.code IN $childrens_service AND EXISTS { MATCH (x)-[:STATUS]->(s) WHERE s.code IN ['knew', 'part'] }
    }
    AND NOT EXISTS {
      MATCH (t)<-[:TOPICS]-(:Communication)-[:SENDER|RECEIVER]->(p:AgencyType)
      WHERE p.code IN $childrens_service
    }
  RETURN f, null AS kind, t.label AS about
}
WITH f, kind, about, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN kind,
  COLLECT { MATCH (f)-[:HOLDER|PARTY]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS holder,
  COLLECT { MATCH (f)-[:RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS receiver,
  about,
  f.date AS date,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY e.start, about, kind, f.uri
