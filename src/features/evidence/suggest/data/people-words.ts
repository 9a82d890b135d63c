/** Words of the trade about people: customers, colleagues, those who decide. How a line reads: `operations-words.ts`. */
export const PEOPLE_WORDS = `
  # Keeping people informed
  comms, stakeholder, stakeholders, stakeholder comms, stakeholder update, stakeholder updates, status page,
    statuspage, bulletin, broadcast, holding message, holding statement, service notice, announcement:
    communication updates informed status page
  kept in the loop, in the loop, kept informed, kept updated, kept posted, let them know, let him know, let
    her know, heads up, warned: communication informed tells warns
  rang, phoned, called to say, rang to say, wrote to, mailed, emailed, messaged, notified, summarised,
    summary: communication tells
  explained, explain, explaining, in their language, in their terms, analogy, sketch, sketched, whiteboarded,
    translated, tone, audience, newsletter, comms plan: communication explains audience
  exec comms, exec update, exec updates, briefed, briefing, debriefed: communication informed senior
    stakeholders
  exco, exec, execs, board, c suite, ceo, coo, cfo, cio, cto, MD, FD, slt, elt, smt, directors, leadership
    team: executives board senior stakeholders
  board paper, slide deck, one pager, presentation, presented to: communication executives decision
  plain english, no jargon, jargon, layman, lay terms, non technical: communication words understand reader
  all hands, town hall, townhall, staff briefing, took questions: communication openly staff department
  chaired, facilitated, minuted, minutes of: communication meetings decisions
  difficult conversation, bad news, unwelcome news: communication unwelcome news options

  # Customers
  sla, slas, ola, olas, xla, kpi, kpis, uptime, response time, response times, fix time, fix times, target,
    targets, 24x7, 24 7, round the clock, service hours, cover hours: service levels agreed times promises
  csat, nps, satisfaction, survey, service review, service reviews, complaints, complaint: customers service
    levels reviews lets down
  ticket, tickets, ritm, req, service request, service requests, helpdesk, help desk, service desk, first
    line, 1st line, admin rights, local admin: requests
  caller, callers, end user, customer, customers, user, vip, rang back: customers requests
  ticket queue, queue, backlog: queue requests order
  self service, self serve, service catalogue, request form, portal, online form, web form: customers frequent
    requests themselves
  site visit, customer visit, user group, brm, business relationship: customers reviews departments

  # Team
  swapped shifts, shift swap, covered a shift, took his shift, took her shift, took their shift, swapped on
    call, pitched in, mucked in, helped out, gave a hand, lent a hand, without being asked, covered her shift,
    covered his shift, volunteered, checked in on, wellbeing, burnt out, kudos: shares load team
  took the on call, extra shift, shift cover, weekend on call, on call swap: shares load shift team
  edi, diversity, inclusion, inclusive, unconscious bias, part timers, part time, carers, neurodiverse,
    dyslexic, dyslexia, autistic, deaf, reasonable adjustments, accessible, accessibility, remote colleagues:
    inclusion everybody belongs background barriers
  recruitment, recruiting, recruited, hiring, interview panel, interviews, job advert, promotions: recruitment
    promotion barriers inclusion
  banter, joke, jokes, gag, sexist, racist, bullying, rude, belittling, shouting: inclusion behaviour respect
    joke
  row over, fell out, dispute, argue, argued, argument, falling out, at loggerheads, mediated: team conflict
    hear each other
  new starter, new starters, new joiner, new joiners, newbie, buddy, apprentice, apprentices, grad, grads,
    graduate, intern: newcomers first months team
  owned up, my mistake, my fault, my bad, hands up, put my hand up, came clean: own mistake values
  quiet ones, quieter, introvert, same voices, drowned out: quieter people discussion inclusion
  retro, retros, retrospective: team discussion
  collaborated, collaboration, partnered with, joint, cross team: team working ties
  thanked, welcomed, listened to, tension, tensions: team respect

  # Learning
  exam, exams, course, courses, certification, ccna, ccnp, az 104, itil foundation, comptia, rhcsa, cka,
    pluralsight, udemy, self study, revision, training budget, training, studying, studied, meetup,
    conference, certified, learnt, passed my, homelab, home lab, sandbox, hands on lab, badge, book club,
    community of practice, guild: learn learning
  mentor, mentored, mentoring, mentee, coach, coached, coaching: mentors coaches grow learning
  shadow, shadowed, shadowing, paired, pairing, pair: teaches grow learner learning
  lunch and learn, brown bag, show and tell, workshop, knowledge share, knowledge transfer, demo, clinic, drop
    in, taught, training session, gave a talk, talk at, presented at: teaches shares learner subject learning
  showed them, showed him, showed her, showed the team: learning shares teaches
  feedback, 360: feedback learning
  skills matrix, skills gap, skills gaps, cross train, cross training, cross trained: knowledge thin gaps grow
    learning
  succession, succession plan, successor, successors: successors learning
  1 1s, 1 1, one to one, one to ones, appraisal, appraisals, pdp, career: manager grow

  # Leading
  deputised, deputising, stood in, standing in, acting up, acted up, covered for, covering for, filled in for,
    acting head, acting manager, interim, stand in: deputises leading takes over
  while he was off, while she was off, while they were off, on leave, annual leave cover, holiday cover:
    manager takes over leading
  restructure, restructuring, reorg, reorganisation, tupe, merger, takeover, acquisition, outsourcing,
    outsourced, offshoring, insourcing, redundancies, transformation, new ways of working, new way of working,
    reorganised: adapting upheaval outcome open
  pilot, piloted, trial, trialled, trialling, poc, proof of concept: trial
  ran the stand up, ran stand up, chaired the stand up, led the stand up, ran the daily, ran the huddle:
    leading task
  pushback, push back, resistance, objections, concerns, grumbling, moaning, unhappy, buy in, won over, won
    them over, sceptical, sceptics, sceptic: objections worries adapting
  vision, strategy: direction leading
  delegated, delegating, delegate, empowered: hands decisions leading
  morale, uncertainty, reassured, steadied: steadies outcome open leading
`;
