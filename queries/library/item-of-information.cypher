/* ---
title: Who knew an item of information
question: Who knew an item of information, when and from whom, and who is not shown to have had it?
numbers: [1]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  topic:
    type: topic
    required: true
    from_row: [topic, topics, about]
    help: 'a topic of the case, or words such as alcohol or co-sleeping'
  without: {type: flag, help: only those not shown to have had it}
analysis: knowledge
gives: [topic]
columns:
  party: the agency type or family role
  who: who it was, as printed
  status: 'knew, knew in part, not stated, never knew; or not shown: took part while others knew'
  first_known: 'since when, as exact as the report is'
  from: from whom
  by: 'by which act: a meeting, a communication, or the words of the report'
  certainty: 'certain where the report states it, possible where it follows from what the party took part in'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Not shown is not the same as not having known: absence in the graph is not absence in the case.
  Being at a meeting is not having heard.
leads_to: [where-it-stopped, item-through-the-case, evidence]
--- */
// The topics to choose from; who knew is worked out from the whole review (graph/trace).
MATCH (:Case {id: $case})<-[:IN_CASE]-(t:Topic)
RETURN t.label AS topic
ORDER BY topic
