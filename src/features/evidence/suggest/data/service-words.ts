/** Words of the trade about services and the work on them. How a line reads: `operations-words.ts`. */
export const SERVICE_WORDS = `
  # Incidents
  p1, p1s, priority 1, priority one, sev1, sev1s, sev 1, sev0, severity 1, severity one, majors, a major,
    major incident, major incidents, MI, MIs: major incident charge
  p2, p2s, p3, p3s, p4, sev2, sev 2, sev3, sev 3, severity 2, severity 3, inc: incident
  incident commander, incident manager, incident lead, major incident manager, mim, IC, MIM, IM: incident
    management charge
  outage, outages, downtime, was down, went down, is down, are down, went offline, fell over, mins down,
    minutes down, hard down, brownout: incident outage restore
  500s, 502s, 503s, stack trace, crash, crashed, crashing, hung, unresponsive, not responding: incident fault
  bridge, bridge call, war room, incident call, incident channel, triage call, swarm, swarming, stood down:
    major incident
  scribe, scribing, scribed, timeline, log of events: incident timeline record events
  declared, called it as, raised as a major: declares incident
  restarted, restart, bounced the, bounced it, rebooted, reboot, kicked over: restores runbook
  mttr, time to restore: restore incident
  pir, pirs, post incident review, post mortem, post mortems, postmortem, postmortems, incident review,
    blameless, no blame, lessons learned, lessons learnt, hot wash: incident review causes
  contributing factors, review actions, actions from the review: review causes actions

  # Seeing trouble and finding what lies behind it
  nagios, zabbix, prometheus, grafana, datadog, dynatrace, new relic, splunk, kibana, elk, solarwinds, prtg,
    scom, icinga, checkmk, cloudwatch, appdynamics, logicmonitor, thousandeyes, loki, opentelemetry,
    observability, telemetry, apm, synthetic checks, synthetics, dashboard, dashboards, pingdom, statuscake,
    sentry, health check, health checks, heartbeat, snmp, netflow, metrics: monitoring alerts watch graphs
  alarm, alarms, alert, alerts, alerting, flapping, alert fatigue, false positives, threshold, thresholds,
    noisy: alerts monitoring
  pager, pagers, paged, page out, pagerduty, opsgenie, xmatters, victorops: alerts monitoring on call
  call out, call outs, called out, callout, callouts, out of hours, ooh, woken up, woken: alerts night on call
  event viewer, event log, perfmon, tcpdump, wireshark, strace, packet capture, heap dump, thread dump,
    profiler, journalctl, dmesg, iostat, log files, logs, syslog: troubleshooting logs fault diagnosis
  latency, slowness, memory leak, disk full, out of disk, deadlock, deadlocks, time outs, timeouts, packet
    loss, lag, cpu, high load, ran out of space, filled up, low disk, dropped packets, high cpu:
    troubleshooting symptom fault
  diagnosed, debugged, debugging, troubleshot, narrowed it down, traced it, tracked it down, ruled out,
    isolated, bisect: troubleshooting fault diagnosis investigation
  slo, slos, sli, slis, error budget, error budgets: monitoring service levels users watch
  powershell, bash, python, ansible, cron, cron job, cronjob, script, scripted, scripting, automated,
    automation, automate, lambda: scripts automates manual
  toil, by hand, manually, copy and paste, swivel chair: manual repeated improvement

  # Problems and improvement
  rca, rcas, root cause, root causes, five whys, 5 whys, fishbone, ishikawa, kepner tregoe, fault tree: causes
    problem recurring
  prb, problem record, problem management, known error, kedb, workaround, work around, parent ticket, linked
    the tickets: problem record workaround
  recurring, repeat offender, repeat offenders, keeps happening, kept happening, keeps coming back, same
    again, every week, pattern: recurring pattern causes problem
  permanent fix, long term fix, proper fix, fixed for good: fix causes problem
  trend, trends, trending, trend analysis, pivot table, pivot, ticket data, analysed tickets: problem trends
    causes incidents
  continual improvement, continuous improvement, csi, kaizen, lean, quick win, streamlined, improved:
    improvement
  suggested, suggestion, proposed, raised an idea: improvement suggests proposes
  measured, baseline, before and after, halved, reduced, cut from, down from: improvement measures effect
  tech debt, technical debt: prevention causes improvement weaknesses

  # Resilience and security
  disaster recovery, DR, failover, fail over, business continuity, bcp, bcdr, BC, rto, rpo, rtos, secondary
    site, recovery time, warm standby: recovery resilience fails over
  backup, backups, veeam, commvault, rubrik, cohesity, netbackup, snapshot, snapshots, tape, tapes, restored
    from, restore from, restore test, test restore, recovery test: restores data recovery resilience
  failed over, failing over: fails over restores runbook resilience
  tabletop, table top, game day, gameday, chaos, simulation, rehearsal, rehearsed, drill, drills: exercise
    rehearses drill recovery
  phishing, phish, phished, spoofed, malware, ransomware, virus, breach, breached, ddos, infosec, soc, siem,
    edr, crowdstrike, compromised, hacked, social engineering, near miss, suspicious, quarantined: security
    attack suspicious
  pen test, pentest, penetration test, vulnerability, vulnerabilities, vuln, vulns, cve, cves, zero day,
    exploited, hardening, tenable, nessus, qualys, cyber essentials, iso 27001, security audit, audit finding,
    audit findings, compliance, pci, encryption, encrypted, bitlocker, segregation, firewall rules: security
    weak spots protection
  patch, patched, patches, patching, patch tuesday, wsus: patches security
  access review, recertification, leavers, stale accounts, privileged, domain admin, domain admins, least
    privilege, rbac, cyberark, service accounts: security access accounts permissions stale
  mfa, 2fa, password, passwords, secrets, vault, key rotation, credentials, api key, api keys, identity check,
    conditional access, lockout, mdm: access secrets security
  single point of failure, spof, spofs, high availability, HA, redundant, redundancy: single points failure
    resilience
  gdpr, personal data, data protection, dpia: personal data security
  ciso, security team, secops: security protection
  risk register, risk appetite, risk acceptance, accepted risk, not going to fix, live with it: risk
    weaknesses accepts

  # Writing down
  runbook, runbooks, run book, run books, playbook, playbooks, sop, sops, work instruction, work instructions,
    how to, how tos, step by step, cheat sheet: runbook guides documentation
  kb, kbs, kba, kbas, knowledge base, knowledge article, knowledge articles, wiki, confluence, docs,
    documented, documenting, wrote up, write up, readme, article, articles, screenshots, diagram, architecture
    diagram, ops manual, service doc, service docs, template, templates: documentation pages knowledge write
  handover notes, shift notes, shift handover, handed over, handover: documentation records next shift
    handover
  out of date, outdated, obsolete: out of date documents
  bus factor, key person, single point of knowledge, key man, only person who knows, tribal knowledge, in his
    head, in her head, in their head, out of his head, out of her head: knowledge person alone knows
  cmdb, asset register, handbook, user guide: documentation

  # Changes and new services
  rfc, rfcs, chg, change record, change request, change window, maintenance window, cab, ecab, change board,
    change freeze, freeze, embargo, cutover, cut over, go no go, peer review, peer reviewed, config change,
    firewall change, maintenance, prechecks, precheck, pre check, test plan, smoke test, uat, clash, change
    calendar, firmware, hardware refresh, windows update: change
  standard change, standard changes, pre approved, normal change, lead time: change route safe fast
  back out, backed out, backout, backout plan, rollback, roll back, rolled back, reverted, revert: change back
    release rolled
  deploy, deploys, deployed, deployment, deployments, rollout, rolled out, upgrade, upgraded, upgrading,
    migration, migrated, migrating, go live, went live: change live
  ci cd, pipeline, pipelines, feature flag, feature flags, canary, blue green, gitops: change automates checks
    live
  onboarding, onboarded, service transition, service acceptance, early life support, els, hypercare,
    operational acceptance, orr, prr, handover pack, non functionals, nfrs, acceptance criteria, entry
    criteria, supportability, acceptance into service, taken into support: change onboarding ready entry
    standard support
  squad, squads, sprint, sprints, product team, product teams, dev team, dev teams, devs: delivery product
  decommission, decommissioned, decommed, decomm, decom, sunset, decommissioning, switched it off, turned it
    off for good: retires ends
  cert, certs, certificate, certificates: certificate
  signed off, sign off, postponed, rescheduled: change

  # Work, money, suppliers
  vendor, vendors, supplier, suppliers, account manager, reseller, msp, service credits, service credit, sow,
    tender, rfp, rfi, due diligence, third party, 3rd party, bidder, bidders, references: supplier vendor
    contract
  contract, contracts, contract renewal, renewal, renewed, renegotiated, break clause, exit clause,
    negotiated, renegotiate, renewing: supplier contract negotiates
  procurement, purchase order, purchase orders, invoice, invoices, goods in, courier, delivery note: supplier
    money task ownership
  business case, roi, tco, payback, cost benefit, capex, opex: planning case spending benefit figures
  finops, cloud spend, rightsized, right sized, cloud bill, saving, savings, cost saving, licence costs, per
    annum, idle, unused, oversized, discount, refund, under budget, over budget, budget, costed, priced: money
    saving costs
  estimate, estimated, estimates, estimating, spike, gantt, milestone, milestones, raid log, critical path:
    planning estimates
  chased, chasing, followed up, followed through, saw it through, end to end, start to finish, deadline, on
    time: ownership task through end
  roadmap, capacity plan, resource plan, headcount, fte, ftes: planning capacity strategy
  end of life, eol, end of support, eos, out of support, extended support, esu: planning end of support
    replacement initiatives
  prioritised, prioritisation, reprioritised, triage, triaged: order urgent
  workstream, workstreams, project, programme, kicked off, delivered the: initiatives planning
  quote, quotes, rfq, underspend, forecast, budget holder, accruals: budget costs money
  steerco, steering group, stage gate, epic, epics, sprint planning, slipped, replanned, re planned: planning
    initiatives
`;
