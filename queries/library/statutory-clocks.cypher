/* ---
title: Statutory time limits
question: Which statutory time limits were not kept, and what happened in the delay?
numbers: [11]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  nation: {type: text, default: England, help: 'whose limits: England, Wales or Scotland'}
  all: {type: flag, help: also limits that were kept}
analysis: clocks
gives: [fact, type, date, parties, paragraph, quote]
columns:
  clock: from what to what the limit runs
  started: 'when it started, as exact as the report is'
  limit: how long it runs
  due: the last day on which it could be kept
  ended: 'when what was due happened, as exact as the report is'
  status: 'late, possibly late (the dates are partial), in time, or no end recorded'
  days_late: 'days after the due day, at least'
  meanwhile: what is dated between the due day and the end
  paragraph: 'where the start stands: the paragraph as printed, else the page, else the heading'
  quote: the words of the report there
  source: where the limit stands
  checked: 'against what the limit was read: the text itself, procedures that follow it, or from memory'
evidence: quote
advice: >-
  Only what the report dates can be counted. No end recorded is not a limit missed: the step may have
  been taken and not told, or not have been needed. The limits, with what is in
  doubt about them, are in queries/data/clocks.yaml.
leads_to: [case-timeline, expected-attendance, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Event|Meeting|Communication)-[:TYPE|CHANNEL]->(t:Concept)
WHERE f.date IS NOT NULL AND coalesce(f.held, true) = true
WITH f, t, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN head(labels(f)) + '/' + t.code AS fact,
  t.label AS type,
  f.date AS date,
  COLLECT { MATCH (f)-->(p:Party) RETURN DISTINCT p.code ORDER BY p.code } AS parties,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, fact, f.uri
