import type { PresetContent, SharedContent } from "#domain/playbooks/playbook.ts";

export const sharedInEnglish: SharedContent = {
  openings: {
    introduction_made:
      "{first_name}, {rep_name} from {seller}. [{referrer} put us in touch {when}] and said you would be open to a short call. Is now still good for ten minutes?\n{first_name}, {rep_name} from {seller}. [We were introduced {when}], and I understood you would be open to a short call. Is now still good?",
    callback_requested:
      "{first_name}, {rep_name} from {seller}, [calling back as you asked {when}]. Is this still a good moment?",
    demo_requested:
      "{first_name}, {rep_name} from {seller}. [You asked to see it in action {when}], so I wanted to hear first what you would like to get out of it. Do you have three minutes?",
    reply_agreeing_to_talk:
      "{first_name}, {rep_name} from {seller}. [You wrote {when} that we could talk], so I am keeping my word. Is now all right, or shall we fix a time?",
    meeting_booked:
      "{first_name}, {rep_name} from {seller}. [We have this time together, booked {when}]. Before I start: what would make these minutes worth it for you?",
    inbound_inquiry:
      "{first_name}, {rep_name} from {seller}. [You got in touch with us {when}], and I did not want to leave you waiting. May I ask two questions, so that the answer fits?",
    trial_started:
      "{first_name}, {rep_name} from {seller}. [You started a trial {when}]. I am not calling to sell it; I would like to know what you hope it will do, and whether anything is in the way. Two minutes?",
    application_submitted:
      "{first_name}, {rep_name} from {seller}. [Your application reached us {when}], thank you. Do you have five minutes to go through what happens next?",
    meeting_held:
      "{first_name}, {rep_name} from {seller}. [We met {when}], and I said I would come back to you. Do you have two minutes?",
    call_conversation:
      "{first_name}, {rep_name} from {seller}. [We spoke {when}], and I am picking up where we stopped. Is now a good time?",
    event_conversation:
      "{first_name}, {rep_name} from {seller}. [We talked at {topic} {when}]. You may not remember every face from that day; do you have two minutes?\n{first_name}, {rep_name} from {seller}. [We talked at the event {when}]. You may not remember every face from that day; do you have two minutes?",
    card_exchanged:
      "{first_name}, {rep_name} from {seller}. [We exchanged cards at {topic} {when}]. I promised myself to call rather than send a brochure. Two minutes?\n{first_name}, {rep_name} from {seller}. [We exchanged cards {when}]. I promised myself to call rather than send a brochure. Two minutes?",
    open_house_visited:
      "{first_name}, {rep_name} from {seller}. [You came to see {topic} {when}]. I would like to hear what you thought, the honest version. Is now all right?\n{first_name}, {rep_name} from {seller}. [You came to our open house {when}]. I would like to hear what you thought, the honest version. Is now all right?",
    webinar_attended:
      "{first_name}, {rep_name} from {seller}. [You joined our session “{topic}” {when}]. I am calling the people who were there to ask one thing: what made you give it your time?\n{first_name}, {rep_name} from {seller}. [You joined our session {when}]. I am calling the people who were there to ask one thing: what made you give it your time?",
    content_downloaded:
      "{first_name}, {rep_name} from {seller}. [You downloaded “{topic}” {when}]. People usually do that with a question in mind; may I ask what yours was?\n{first_name}, {rep_name} from {seller}. [You downloaded our paper {when}]. People usually do that with a question in mind; may I ask what yours was?",
    newsletter_opted_in:
      "{first_name}, {rep_name} from {seller}. [You subscribed to our news {when}]. I would like to know what you hope to find there. Is this a bad moment?",
    email_replied:
      "{first_name}, {rep_name} from {seller}. [You answered my mail {when}], and some things are quicker said than written. Two minutes?",
    social_message:
      "{first_name}, {rep_name} from {seller}. [We wrote to each other {when}], and I thought a voice would be easier. Is now all right?",
    chat_held:
      "{first_name}, {rep_name} from {seller}. [You chatted with us {when}]. I have read it, so you need not start over. May I pick up from there?",
    survey_answered:
      "{first_name}, {rep_name} from {seller}. [You answered our survey {when}], thank you. One of your answers made me curious. Do you have two minutes?",
    purchase:
      "{first_name}, {rep_name} from {seller}. [You became a customer of ours {when}]. Before anything else I would like to hear how it works for you. Is now good?",
    donation:
      "{first_name}, {rep_name} from {seller}. [You gave to our work {when}], and I am calling first of all to say thank you. Do you have a minute to hear what became of it?",
    support_conversation:
      "{first_name}, {rep_name} from {seller}. [You had a question for our support {when}]. Before anything else: was it solved?",
    past_client:
      "{first_name}, {rep_name} from {seller}. [We worked together {when}]. I would like to hear how it has gone since. Is now a good time?",
    alumni:
      "{first_name}, {rep_name} from {seller}. [You used to be one of us], and I would like to hear where you are now. Two minutes?",
    neutral:
      "{first_name}, {rep_name} from {seller}. I know I am calling out of your day. May I say in half a minute why, and you tell me whether it is worth two more?\nHello, {rep_name} from {seller}. I know I am calling out of your day. May I say in half a minute why, and you tell me whether it is worth two more?",
  },
  voicemail:
    "{first_name}, {rep_name} from {seller}. [I am calling about “{topic}”, {when}]. One thought that may save you time; it takes five minutes. I will try you again in two days, or call me back on this number. If you would rather not hear from us, say so and I will see to it.\n{first_name}, {rep_name} from {seller}. [I am calling because of our contact {when}]. One thought that may save you time; it takes five minutes. I will try you again in two days, or call me back on this number. If you would rather not hear from us, say so and I will see to it.\n{rep_name} from {seller}, for {full_name}. I will try again in two days, or call me back on this number. If you would rather not hear from us, say so and I will see to it.",
  gatekeeper:
    "Good day, {rep_name} from {seller}. I could use your help: [{full_name} and I were in touch {when}], and I would like to continue. When is a moment that does not disturb? And may I have your name, so that I can thank you?\nGood day, {rep_name} from {seller}. I could use your help: I would like to speak with {full_name}. When is a moment that does not disturb? And may I have your name, so that I can thank you?",
  close:
    "Shall we take thirty minutes for it? I have two times that could work; which one suits you better, or is neither right?",
  objections: [
    {
      id: "no_time",
      says: "I have no time right now.",
      answer:
        "Of course, I am calling into your day. When is it calmer: tomorrow morning, or later this week? I will keep it to ten minutes.",
      evidence: "",
      words: ["time", "busy", "meeting", "later", "now"],
    },
    {
      id: "send_something",
      says: "Send me something.",
      answer:
        "Gladly, and it is better if it fits: which part should it be about? Then I send one page and we decide on it in ten minutes.",
      evidence: "",
      words: ["send", "mail", "email", "brochure", "information"],
    },
    {
      id: "have_someone",
      says: "We already have somebody for that.",
      answer:
        "Good, then you know what matters. What do you value most in how it works today, and what would you change if you could?",
      evidence: "",
      words: ["already", "have", "supplier", "provider", "competitor", "happy"],
    },
    {
      id: "price",
      says: "It is too expensive.",
      answer:
        "That may be. Compared with what? Let us put beside it what the problem costs you in a year; if that is less, I am the first to say leave it.",
      evidence: "",
      words: ["price", "cost", "expensive", "budget", "money"],
    },
    {
      id: "think",
      says: "I need to think about it.",
      answer:
        "You should. What is the question that you would turn over? Perhaps I can answer it now, or find out who can.",
      evidence: "",
      words: ["think", "consider", "decide", "discuss"],
    },
    {
      id: "how_number",
      says: "Where do you have my number from?",
      answer:
        "A fair question. It is here in front of me, with the date; I will read it to you. If you would rather not be called, I will note that now and nobody calls again.",
      evidence: "",
      words: ["number", "where", "privacy", "data", "gdpr"],
    },
  ],
};

export const presetsInEnglish: PresetContent = {
  b2b_software: {
    openings: {},
    value:
      "Teams like yours come to us when the work between two systems is still done by hand, and stay because it stops being noticed.",
    questions: [
      { id: "trigger", text: "What made this a topic now, and not a year ago?" },
      { id: "today", text: "How does it work today, from the first step to the last?" },
      { id: "cost", text: "Where does it cost you most: time, errors, or customers who wait?" },
      { id: "tried", text: "What have you tried before, and why did it not stay?" },
      { id: "decide", text: "How will you decide, and who else has to be convinced?" },
    ],
    values: [
      {
        need: "Work is typed twice",
        help: "One record, kept in step by itself",
        proof: "Your case here: whose hours, how many, since when",
      },
      {
        need: "Nobody knows the state",
        help: "One page that says what waits for whom",
        proof: "Your case here: what was late before, and is not now",
      },
      {
        need: "Security asks questions",
        help: "Single sign-on, logs, data where you want it",
        proof: "Your security page and who has audited it",
      },
    ],
    objections: [
      {
        id: "build",
        says: "We can build that ourselves.",
        answer:
          "Surely you can. Who keeps it running in two years, and what will that person not do meanwhile? If the answer is easy, build it.",
        evidence: "",
        words: ["build", "ourselves", "developers", "in-house"],
      },
      {
        id: "switch",
        says: "Switching is too much work.",
        answer:
          "It is work, and most of it is the data. Let us look at one part only: what would have to move first to show whether it is worth it?",
        evidence: "",
        words: ["switch", "migration", "change", "effort"],
      },
      {
        id: "it",
        says: "IT has to agree.",
        answer:
          "They should. What do they ask first? I send you the answers in their language, and we talk to them together.",
        evidence: "",
        words: ["it", "security", "procurement", "approve"],
      },
    ],
  },
  financial_services: {
    openings: {
      inbound_inquiry:
        "{first_name}, {rep_name} from {seller}. [You asked us about your plans {when}]. Before any advice I need to understand your situation; do you have five minutes?",
    },
    value:
      "We first look at what you want your money to do and by when, and only then at products. Sometimes the answer is to change nothing.",
    questions: [
      { id: "goal", text: "What should this money make possible, and by when?" },
      { id: "situation", text: "What has changed lately: work, family, home, health?" },
      { id: "risk", text: "When markets last fell, what did you do, and how did you sleep?" },
      { id: "have", text: "What do you have in place already, and who looks after it?" },
      { id: "decide", text: "Who decides with you, and what do you need in writing before you do?" },
    ],
    values: [
      {
        need: "Too many contracts, no overview",
        help: "One sheet of what you own, what it costs and what it is for",
        proof: "Your example here, without a client's name; no returns",
      },
      {
        need: "Fear of a wrong step",
        help: "Two ways side by side, with what can go wrong in each",
        proof: "The written recommendation that every client receives",
      },
      {
        need: "Retirement is close",
        help: "What comes in each month, after tax, in three cases",
        proof: "Your method here; past results promise nothing",
      },
    ],
    objections: [
      {
        id: "guarantee",
        says: "Can you guarantee that?",
        answer:
          "No, and nobody honestly can. I can show you what it rests on, what can go wrong, and what it costs. Then you decide.",
        evidence: "",
        words: ["guarantee", "sure", "safe", "return", "promise"],
      },
      {
        id: "bank",
        says: "My bank does that for me.",
        answer:
          "Good. When did they last sit down with you and go through all of it? A second look costs nothing and may tell you that all is well.",
        evidence: "",
        words: ["bank", "adviser", "already"],
      },
      {
        id: "trust",
        says: "I have been let down before.",
        answer: "I am sorry to hear that. What happened? I would rather know now what I must not do.",
        evidence: "",
        words: ["trust", "bad", "experience", "lost"],
      },
    ],
  },
  real_estate: {
    openings: {
      inbound_inquiry:
        "{first_name}, {rep_name} from {seller}. [You asked about a property {when}]. It pays to hear first what you are really looking for. Do you have three minutes?",
      past_client:
        "{first_name}, {rep_name} from {seller}. [I was with you when you moved, {when}]. How is the house? And if friends ask what theirs is worth, I am glad to tell them.",
    },
    value:
      "I tell you what homes like yours were really sold for nearby, not what was asked, and what that means for your next step.",
    questions: [
      { id: "why", text: "What would moving change for you?" },
      { id: "when", text: "Is there a date that everything hangs on: a school, a job, a lease?" },
      { id: "must", text: "Three things it must have, and one that you could give up?" },
      { id: "money", text: "Has a bank told you in writing what is possible?" },
      { id: "decide", text: "Who will live in it, and who has a say?" },
    ],
    values: [
      {
        need: "What is it worth?",
        help: "Three sales nearby from this year, with photographs",
        proof: "Your three sales here: street, date, price against asking",
      },
      {
        need: "Sell first or buy first?",
        help: "Both ways on one page, with dates and costs",
        proof: "Your example here: how a client bridged the weeks",
      },
      {
        need: "Strangers in the house",
        help: "Only visitors with financing shown, at times that you set",
        proof: "Your figures here: visits until the offer",
      },
    ],
    objections: [
      {
        id: "alone",
        says: "We want to sell it ourselves.",
        answer:
          "Many try, and some do well. What have you planned for the price, the visits and the contract? Keep what works; call me for what does not.",
        evidence: "",
        words: ["ourselves", "private", "alone", "without"],
      },
      {
        id: "commission",
        says: "Your commission is too high.",
        answer: "Let us look at what stays with you, not with me. If I cannot show a difference, do not take me.",
        evidence: "",
        words: ["commission", "fee", "percent", "expensive"],
      },
      {
        id: "wait",
        says: "We wait for better prices.",
        answer:
          "That can be right. What would you need to see to say now? I send you the sales of your street each quarter, nothing else.",
        evidence: "",
        words: ["wait", "market", "prices", "rates"],
      },
    ],
  },
  recruiting: {
    openings: {
      application_submitted:
        "{first_name}, {rep_name} from {seller}. [Your application came in {when}], and I have read it. Can you talk freely for five minutes, or shall I call this evening?",
    },
    value:
      "I call about one role at a time, say what it pays and what is hard about it, and tell you within two days where you stand.",
    questions: [
      { id: "now", text: "What is good about your work now that you would not want to lose?" },
      { id: "change", text: "What would have to be different for you to think about moving?" },
      { id: "proud", text: "Which piece of work of the last year are you proud of?" },
      { id: "terms", text: "What must be right: pay, place, hours, notice?" },
      { id: "decide", text: "Who else has a say, and are you talking with others?" },
    ],
    values: [
      {
        need: "Stuck in the role",
        help: "A team where the next step is described, not promised",
        proof: "Your example here: who joined as what, and is what now",
      },
      {
        need: "Applications into silence",
        help: "An answer in two days, with the reason",
        proof: "Your figure here: days to an answer, last quarter",
      },
      {
        need: "Hires that leave within a year",
        help: "The hard parts are said in the first talk",
        proof: "Your figure here: still there after a year",
      },
    ],
    objections: [
      {
        id: "happy",
        says: "I am happy where I am.",
        answer:
          "I am glad. I do not want to talk you out of it. What would it take for you to listen in a year? Then I call only for that.",
        evidence: "",
        words: ["happy", "not looking", "satisfied"],
      },
      {
        id: "pay",
        says: "What does it pay?",
        answer:
          "The range is fixed, and I will tell you: let me first ask what you have now in mind, so that I do not waste your time.",
        evidence: "",
        words: ["pay", "salary", "money", "range"],
      },
      {
        id: "agency",
        says: "I do not work with recruiters.",
        answer:
          "I understand, there is reason enough. May I tell you the company and the role in one sentence, and you say yes or no?",
        evidence: "",
        words: ["recruiter", "agency", "headhunter"],
      },
    ],
  },
  nonprofit: {
    openings: {
      event_conversation:
        "{first_name}, {rep_name} from {seller}. [We talked {when} about our work]. Thank you for coming. May I tell you in a minute what has happened since?",
    },
    value:
      "What people like you gave last year can be counted, and I would like to tell you what it did before I ask for anything.",
    questions: [
      { id: "why", text: "What brought you to us in the first place?" },
      { id: "moved", text: "Which part of the work matters to you most?" },
      { id: "hear", text: "How do you like to hear from us, and how often is too often?" },
      { id: "able", text: "Is this a good year to think about giving, or should I ask another time?" },
      { id: "others", text: "Who else around you cares about this?" },
    ],
    values: [
      {
        need: "Does it arrive?",
        help: "One project, with what it cost and what it did",
        proof: "Your project here: amount, place, result, photograph",
      },
      {
        need: "Too many letters",
        help: "One report a year and one call, nothing else",
        proof: "Noted with your record while we speak",
      },
      {
        need: "Giving what lasts",
        help: "A monthly gift that can be stopped with one word",
        proof: "Your figure here: what planned giving let you start",
      },
    ],
    objections: [
      {
        id: "gave",
        says: "I have given already.",
        answer: "I know, and thank you; that is why I call. Today I only want to tell you what it did.",
        evidence: "",
        words: ["gave", "already", "donated"],
      },
      {
        id: "overhead",
        says: "How much goes to administration?",
        answer: "A right question. The figure is in our audited report; I read it to you and send you the page.",
        evidence: "Your audited report here",
        words: ["administration", "overhead", "costs", "percent"],
      },
      {
        id: "cannot",
        says: "I cannot afford it at the moment.",
        answer: "Then it is not the time, and I thank you for saying so. Shall I leave you in peace this year?",
        evidence: "",
        words: ["afford", "money", "pension", "tight"],
      },
    ],
  },
  professional_services: {
    openings: {},
    value:
      "You keep one person who knows the matter, hear early what it will cost, and are told when you do not need us.",
    questions: [
      { id: "matter", text: "What happened, and what should be different in the end?" },
      { id: "deadline", text: "Which date must not be missed?" },
      { id: "tried", text: "Who has looked at it already, and what did they say?" },
      { id: "risk", text: "What is the worst that could come of it, and how likely is it in your eyes?" },
      { id: "decide", text: "Who gives the mandate, and what do they need to see first?" },
    ],
    values: [
      {
        need: "No idea what it costs",
        help: "A fixed price for the first step, in writing",
        proof: "Your example here: first step, price, what came of it",
      },
      {
        need: "Explaining it again and again",
        help: "One partner from the first call to the last",
        proof: "Your figure here: clients who have kept the same partner",
      },
      {
        need: "It might go to court",
        help: "What speaks for you and against you, on two pages",
        proof: "Your example here, without names; no promised results",
      },
    ],
    objections: [
      {
        id: "fees",
        says: "Lawyers and consultants are too expensive.",
        answer: "They can be. Let us set what the first step may cost, and stop there if it does not pay.",
        evidence: "",
        words: ["fees", "hourly", "expensive", "rate"],
      },
      {
        id: "counsel",
        says: "We have our own people for that.",
        answer: "Good. Where do they have more work than hands? We work behind them, not beside them.",
        evidence: "",
        words: ["own", "in-house", "counsel", "team"],
      },
      {
        id: "conflict",
        says: "Do you not work for our competitor?",
        answer:
          "I may not say for whom we work, to them as little as to you. We check for conflicts before we hear any detail.",
        evidence: "",
        words: ["competitor", "conflict", "confidential"],
      },
    ],
  },
};
