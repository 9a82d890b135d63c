/** Words that are right in operations work although the dictionary lacks them, and abbreviations that need no expansion. */

/** In lower case. Plurals and possessives of these are right too. */
export const OPERATIONS_WORDS: ReadonlySet<string> = new Set(
  `
  accountabilities actionable advisor advisors aider aiders alerting allowlist analytics api apis app apps
  architected autoscale autoscaling backend backends backfill backlog backlogs backout benchmarking
  blameless blocklist blog blogs bootcamp bootcamps breakdown bugfix bugfixes callout callouts canary
  centric changelog changelogs chatbot chatops checklist checklists cloud coaching codebase codebases
  commoditisation comms config configs containerised containers cron crontab cyber cybersecurity dashboard
  dashboarding dashboards datacentre datacentres dataset datasets debrief debriefs decommission
  decommissioned decommissioning decommissions deduplicate dependency deployable deprecate deprecated
  deprecates deprecating deprecation dev devops devs devsecops docs downtime ecommerce email emails
  empathetically empathic empt enablement endpoint endpoints escalations ethicist ethicists explainability
  failback failbacks failover failovers faq faqs finops firewall firewalls firmware focussed focussing
  frontend frontends frontline fulfil fulfilment gantt geolocation github gitops greenfield hackathon
  hackathons handover handovers hardcoded hashtag healthcheck healthchecks helpdesk helpdesks homepage
  hostname hostnames hotfix hotfixes hyperlink impactful inbox inboxes incentivise incentivised incentivises
  incentivising inclusivity infosec infra infrastructure interdependencies internet intranet invoicing json
  judgment judgments kanban keyboard latency learnings lifecycle lifecycles linter linting lockfile login
  logins logon logons mainframe malware mentee mentees metadata microservice microservices middleware
  mindset mindsets misconfiguration misconfigurations mitigations monorepo multicloud multitask namespace
  namespaces neurodivergent neurodiverse neurodiversity observability offboard offboarded offboarding
  offboards offline onboard onboarded onboarding onboards oncall onsite operationalise operationalising
  operatively ops orchestrator outage outages outsource outsourced outsourcing overprovision overprovisioned
  pagination parallelise passwordless patching personas phishing playbook playbooks plugin plugins podcast
  podcasts postmortem postmortems pre preexisting prepopulate prioritisation prioritise prioritised
  prioritises prioritising proactive proactively procurement programmatic programmatically provisioner
  ransomware readme readmes realtime rearchitect reconfiguration refactor refactored refactoring refactors
  repo reportees repos reprioritise reprioritised reprioritises reprioritising reproducibility reproducible
  requestor requestors resilience resourcing retro retros retrospective retrospectives reusability reusable
  rightsize rightsizing roadmap roadmapping roadmaps rollback rollbacks rollout rollouts rota rotas runbook
  runbooks runtime runtimes saas scalability scalable schema schemas screenshot screenshots scrum serverless
  servicedesk shadowing sharding shortlist signposted signposting signposts sitemap skillset skillsets
  smartphone spreadsheet spreadsheets sprint sprints stakeholder stakeholders standup standups startup
  startups storyboard subdomain subdomains subprocess subprocesses subsystem subsystems subteam subteams
  sunset sustainability swimlane synchronise synergies sysadmin sysadmins tabletop takeaway takeaways
  teammate teammates tech techie techs telemetry templating throughput ticketing timebox timeboxed timeboxes
  timeboxing timeframe timeframes timeline timelines timeout timeouts timestamp timestamps toolchain
  toolchains tooling touchpoint touchpoints tradeoff tradeoffs transactional triage triaged triages triaging
  troubleshoot troubleshooter troubleshooters troubleshooting troubleshoots troubleshot typo typos unblock
  unblocked unblocking unblocks uncomment undeployed underperform unpatched unplanned untested upskill
  upskilled upskilling upskills uptime url urls username usernames vendors versioned versioning viewport
  virtualisation virtualise virtualised voicemail walkthrough walkthroughs webhook webhooks webpage webpages
  website websites wellbeing whiteboard whiteboarding wifi wiki wikis workaround workarounds workflow
  workflows workload workloads workspace workspaces workstream workstreams yaml
  `
    .trim()
    .split(/\s+/),
);

/** Names of products and methods, in lower case, that may stand at the beginning of a sentence. */
export const PRODUCT_NAMES: ReadonlySet<string> = new Set(
  `
  agile android ansible apache atlassian azure bash bitbucket celonis chef chrome cloudflare cloudformation
  cloudwatch confluence consul cypress datadog debian docker dynatrace elasticsearch excel fastly figma
  firefox freshservice git github gitlab golang google grafana graphite graphviz graylog haproxy hashicorp
  heroku honeycomb icinga jamf java javascript jenkins jira kafka kibana kubernetes lambda linux logstash
  loki lucidchart mailchimp memcached microsoft miro mongodb mysql nagios netlify newrelic nginx nodejs okta
  opensearch opsgenie oracle outlook pagerduty perl php pingdom postgres postgresql powershell prometheus
  puppet python rabbitmq redhat redis ruby rust salesforce sentry servicenow sharepoint slack snowflake
  solarwinds splunk statuspage sumo swagger tableau teamcity terraform trello typescript ubuntu unix varnish
  vault vercel vmware webpack windows wireshark workday xmatters yammer zabbix zendesk zoom
  `
    .trim()
    .split(/\s+/),
);

/** Abbreviations that people in operations, or everybody, know without expansion. */
export const KNOWN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `
  A11Y ACL AD AI AM AND API AWS BAU BBC BC BCP BETA BGP CAB CD CDN CEO CFO CI CIO CISO CLI CMDB COBIT COO
  CPU CRM CSRF CSS CSV CTO CV CVE DDOS DHCP DIY DNS DO DR EC2 ERP ETL EU EUR FAQ FTP GB GBP GCP GDPR GPU GUI
  H1 H2 HR HTML HTTP HTTPS IAAS IAM ICT ID IDE IDS IF IOPS IP ISO IT ITIL ITSM JSON JVM KB KPI LAN LDAP MB
  MFA MIT ML MTTD MTTR MVP NDA NFS NHS NO NOC NOT NTP OK OKR ON OR OS OWASP P1 P2 P3 P4 P5 PAAS PC PDF PM
  PMO POC PR PRINCE2 PRS Q&A Q1 Q2 Q3 Q4 QA R&D RAID RAM RCA RFC ROI RPO RSS RTO S3 SAAS SDK SEV1 SEV2 SEV3
  SFTP SIEM SLA SLI SLO SMS SMTP SNMP SOC SQL SRE SSD SSH SSL SSO TB TCP TLS TOGAF TV UDP UI UK UN URI URL
  US USA USB USD UX VAT VLAN VM VMS VPN WAF WAN WCAG WIP XLSX XML XSS YAML
  `
    .trim()
    .split(/\s+/),
);
