import type { PresetContent, SharedContent } from "#domain/playbooks/playbook.ts";

export const sharedInSimplified: SharedContent = {
  openings: {
    introduction_made:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}{referrer}介绍我们认识]，说您愿意简单聊聊。现在方便吗？占用您十分钟。\n{full_name}，您好，我是{seller}的{rep_name}。[{when}有朋友介绍我们认识]，说您愿意简单聊聊。现在方便吗？",
    callback_requested: "{full_name}，您好，我是{seller}的{rep_name}。[您{when}让我回个电话]，现在方便吗？",
    demo_requested:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}预约了产品演示]。演示之前，我想先听听您最想解决什么问题，三分钟可以吗？",
    reply_agreeing_to_talk:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}回复说可以聊聊]，所以我按约打过来。现在方便，还是另约个时间？",
    meeting_booked:
      "{full_name}，您好，我是{seller}的{rep_name}。[我们{when}约好了今天这个时间]。开始之前想请教一句：这次谈话您最希望得到什么？",
    inbound_inquiry:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}咨询过我们]，不想让您久等。先问您两个问题，好让我答得有用，可以吗？",
    trial_started:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}开始试用]。我不是来推销的，只想知道您希望它帮上什么忙、有没有卡住的地方。两分钟可以吗？",
    application_submitted:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}提交的申请我们收到了]，谢谢您。花五分钟说说接下来的安排，方便吗？",
    meeting_held: "{full_name}，您好，我是{seller}的{rep_name}。[我们{when}见过面]，当时说好我再联系您。两分钟方便吗？",
    call_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[我们{when}通过电话]，我接着上次的话题往下说。现在方便吗？",
    event_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}我们在“{topic}”上聊过]。那天人多，您未必记得我，占用您两分钟可以吗？\n{full_name}，您好，我是{seller}的{rep_name}。[{when}我们在活动上聊过]。那天人多，您未必记得我，占用您两分钟可以吗？",
    card_exchanged:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}我们在“{topic}”上换过名片]。我想与其寄资料，不如直接打个电话。两分钟可以吗？\n{full_name}，您好，我是{seller}的{rep_name}。[{when}我们换过名片]。我想与其寄资料，不如直接打个电话。两分钟可以吗？",
    open_house_visited:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}来看过“{topic}”]，我想听听您的真实感受。现在方便吗？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}来看过房]，我想听听您的真实感受。现在方便吗？",
    webinar_attended:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}参加了我们的“{topic}”]。我给到场的各位打电话，只想请教一件事：是什么让您愿意花这个时间？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}参加了我们的线上分享]。我给到场的各位打电话，只想请教一件事：是什么让您愿意花这个时间？",
    content_downloaded:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}下载了“{topic}”]。下载的人心里多半有个问题，您的是什么？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}下载了我们的资料]。下载的人心里多半有个问题，您的是什么？",
    newsletter_opted_in:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}订阅了我们的资讯]，想请教您最想看到什么内容。现在说话方便吗？",
    email_replied:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}回了我的邮件]，有些事说比写快。两分钟可以吗？",
    social_message:
      "{full_name}，您好，我是{seller}的{rep_name}。[我们{when}互发过消息]，我想电话里说更清楚。现在方便吗？",
    chat_held:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}在线咨询过我们]，记录我都看了，您不用再说一遍。我接着往下说，可以吗？",
    survey_answered:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}填了我们的问卷]，谢谢您。有一条回答我想多了解一点，两分钟可以吗？",
    purchase:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}成为我们的客户]。别的先不谈，我想听听您用得怎么样。现在方便吗？",
    donation:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}支持了我们的工作]，我打来首先是道谢。能占用您一分钟，说说这笔捐款后来做了什么吗？",
    support_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}找过我们的客服]。先问一句：问题解决了吗？",
    past_client: "{full_name}，您好，我是{seller}的{rep_name}。[我们{when}合作过]，想听听您后来怎么样。现在方便吗？",
    alumni: "{full_name}，您好，我是{seller}的{rep_name}。[您以前是我们的同事]，想听听您现在在忙什么。两分钟可以吗？",
    neutral:
      "{full_name}，您好，我是{seller}的{rep_name}。知道您在忙，我先用半分钟说明来意，值不值得再聊两分钟由您定，可以吗？",
  },
  voicemail:
    "{full_name}，您好，我是{seller}的{rep_name}。[来电是为了{when}的“{topic}”]。有一个也许能替您省时间的想法，五分钟说得完。我两天后再打给您，您也可以回拨这个号码。如果不想再接到我们的电话，说一声就好，我马上办。\n{full_name}，您好，我是{seller}的{rep_name}。[我们{when}联系过，所以给您来电]。有一个也许能替您省时间的想法，五分钟说得完。我两天后再打给您，您也可以回拨这个号码。如果不想再接到我们的电话，说一声就好，我马上办。\n我是{seller}的{rep_name}，找{full_name}。我两天后再打来，也可以回拨这个号码。如果不想再接到我们的电话，说一声就好，我马上办。",
  gatekeeper:
    "您好，我是{seller}的{rep_name}，想请您帮个忙：[{full_name}{when}和我们联系过]，我想接着跟他谈。什么时候打来不打扰他？请问您怎么称呼？回头好谢谢您。\n您好，我是{seller}的{rep_name}，想请您帮个忙：我想跟{full_name}通个话。什么时候打来不打扰？请问您怎么称呼？回头好谢谢您。",
  close: "我们约三十分钟细谈，怎么样？我这边有两个时间，您看哪个方便？都不合适也请直说。",
  objections: [
    {
      id: "no_time",
      says: "我现在没空。",
      answer: "应该的，是我打扰您了。什么时候比较空，明天上午，还是这周晚些时候？我保证十分钟以内。",
      evidence: "",
      words: ["没空", "忙", "时间", "开会", "以后"],
    },
    {
      id: "send_something",
      says: "先发资料给我看看。",
      answer: "没问题。为了发得对，我问一句：您最想看哪一部分？我只发一页，然后用十分钟一起定。",
      evidence: "",
      words: ["资料", "发", "邮件", "微信", "介绍"],
    },
    {
      id: "have_someone",
      says: "我们已经有合作的了。",
      answer: "那很好，说明您清楚什么重要。现在这样，您最满意哪一点？如果能改一处，您想改哪里？",
      evidence: "",
      words: ["已经", "有了", "供应商", "合作", "别家"],
    },
    {
      id: "price",
      says: "太贵了。",
      answer: "有可能。您是跟什么比？我们把这个问题一年让您花掉的钱放在旁边看，如果还没它多，我第一个劝您别买。",
      evidence: "",
      words: ["贵", "价格", "预算", "钱", "费用"],
    },
    {
      id: "think",
      says: "我考虑考虑。",
      answer: "应该考虑。您主要在想哪个问题？也许我现在就能答，答不了我去问能答的人。",
      evidence: "",
      words: ["考虑", "想想", "商量", "再说"],
    },
    {
      id: "how_number",
      says: "你们怎么会有我的号码？",
      answer: "您问得对。来源和日期都在我面前，我念给您听。如果您不想再接电话，我现在就登记，以后不会再有人打来。",
      evidence: "",
      words: ["号码", "哪里", "隐私", "个人信息", "骚扰"],
    },
  ],
};

export const presetsInSimplified: PresetContent = {
  b2b_software: {
    openings: {},
    value: "跟您类似的团队找到我们，多半是因为两个系统之间还靠人工搬数据；留下来，是因为后来这件事不用再操心了。",
    questions: [
      { id: "trigger", text: "为什么是现在，而不是一年前，要解决这件事？" },
      { id: "today", text: "现在从头到尾是怎么做的？" },
      { id: "cost", text: "最费的是什么：时间、出错，还是让客户等？" },
      { id: "tried", text: "以前试过什么办法，为什么没用下去？" },
      { id: "decide", text: "你们怎么决定？还有谁要点头？" },
    ],
    values: [
      {
        need: "同一份数据录两遍",
        help: "一份记录，自动保持一致",
        proof: "请写上你们的案例：谁省了多少小时，从什么时候开始",
      },
      { need: "没人说得清进度", help: "一页看清谁在等谁", proof: "请写上你们的案例：以前哪里拖，现在不拖了" },
      { need: "信息安全有顾虑", help: "单点登录、操作日志、数据放在您指定的地方", proof: "安全说明，以及由谁做过审计" },
    ],
    objections: [
      {
        id: "build",
        says: "我们可以自己开发。",
        answer: "当然可以。两年后谁来维护，这个人就做不了什么？如果这两个问题都好答，那就自己做。",
        evidence: "",
        words: ["自己", "开发", "自研", "技术部"],
      },
      {
        id: "switch",
        says: "换系统太麻烦。",
        answer: "确实麻烦，多半麻烦在数据。我们只看一块：要判断值不值得，最先得搬哪一部分？",
        evidence: "",
        words: ["换", "迁移", "麻烦", "折腾"],
      },
      {
        id: "it",
        says: "要 IT 部门同意。",
        answer: "应该的。他们通常先问什么？我按他们的说法把答案写好，再一起跟他们谈。",
        evidence: "",
        words: ["IT", "安全", "采购", "审批"],
      },
    ],
  },
  financial_services: {
    openings: {
      inbound_inquiry:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}向我们咨询过理财规划]。谈建议之前，我得先了解您的情况，五分钟方便吗？",
    },
    value: "我们先弄清这笔钱要做什么、什么时候用，再谈产品。有时候结论是：现在不用动。",
    questions: [
      { id: "goal", text: "这笔钱您想用来做什么，什么时候要用？" },
      { id: "situation", text: "最近有什么变化：工作、家庭、房子、身体？" },
      { id: "risk", text: "上次市场大跌，您是怎么做的？睡得好吗？" },
      { id: "have", text: "现在手上有哪些产品，谁在帮您打理？" },
      { id: "decide", text: "谁跟您一起决定？决定之前您要看到哪些书面材料？" },
    ],
    values: [
      {
        need: "产品太多，看不清全貌",
        help: "一张表：有什么、成本多少、为了什么",
        proof: "请写上一个不具名的例子，不写收益率",
      },
      { need: "怕走错一步", help: "两个方案并排看，各自可能出什么问题也写明", proof: "每位客户都会拿到的书面建议" },
      { need: "快退休了", help: "三种情形下，每个月税后到手多少", proof: "请写上计算方法；过往业绩不预示未来表现" },
    ],
    objections: [
      {
        id: "guarantee",
        says: "能保本保收益吗？",
        answer: "不能，也没有人能诚实地这么承诺。我可以给您看它靠什么、可能出什么问题、要花多少钱，由您来定。",
        evidence: "",
        words: ["保本", "保证", "收益", "安全", "稳"],
      },
      {
        id: "bank",
        says: "银行都在帮我做。",
        answer: "那很好。他们上一次坐下来陪您把全部过一遍是什么时候？多一双眼睛看看不花钱，也许结论就是一切都好。",
        evidence: "",
        words: ["银行", "经理", "已经"],
      },
      {
        id: "trust",
        says: "我以前吃过亏。",
        answer: "听您这么说我很遗憾。方便说说是怎么回事吗？我想先知道什么事不能做。",
        evidence: "",
        words: ["亏", "骗", "信任", "教训"],
      },
    ],
  },
  real_estate: {
    openings: {
      inbound_inquiry:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}问过一套房]。先听听您真正想找什么样的，后面少跑冤枉路。三分钟可以吗？",
      past_client:
        "{full_name}，您好，我是{seller}的{rep_name}。[{when}是我陪您办的房子]。住得还好吗？朋友要是想知道自己的房子值多少，我也乐意帮着看。",
    },
    value: "我告诉您附近同类房子实际成交价，不是挂牌价，以及这对您下一步意味着什么。",
    questions: [
      { id: "why", text: "搬家对您来说会改变什么？" },
      { id: "when", text: "有没有一个卡死的日子：上学、工作、租约？" },
      { id: "must", text: "三样必须有的，一样可以放弃的，是什么？" },
      { id: "money", text: "银行有没有书面说过能贷多少？" },
      { id: "decide", text: "谁来住，谁有发言权？" },
    ],
    values: [
      { need: "值多少钱？", help: "附近今年三笔成交，带照片", proof: "请写上三笔成交：地址、日期、成交价和挂牌价" },
      { need: "先卖还是先买？", help: "两种走法列在一页上，写明日期和费用", proof: "请写上一个例子：客户是怎么过渡的" },
      {
        need: "不想外人随便进家门",
        help: "只带有资金证明的客户，时间由您定",
        proof: "请写上数字：从带看到出价平均看了几次",
      },
    ],
    objections: [
      {
        id: "alone",
        says: "我们想自己卖。",
        answer: "不少人这么做，也有卖得好的。定价、带看、合同这三件事您打算怎么办？顺的自己来，不顺的找我。",
        evidence: "",
        words: ["自己", "私下", "不找中介"],
      },
      {
        id: "commission",
        says: "中介费太高。",
        answer: "我们看最后到您手里多少，不看我拿多少。我要是说不出差别，您就别找我。",
        evidence: "",
        words: ["中介费", "佣金", "费用", "点"],
      },
      {
        id: "wait",
        says: "等价格涨一涨再说。",
        answer: "也可能是对的。您看到什么情况就会决定？我每季度把您小区的成交发您一次，别的不发。",
        evidence: "",
        words: ["等", "行情", "涨", "利率"],
      },
    ],
  },
  recruiting: {
    openings: {
      application_submitted:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}投的简历]我看过了。现在说话方便吗，还是我晚上再打？",
    },
    value: "我一次只谈一个职位，薪资多少、难在哪里都说清楚，两天之内告诉您结果。",
    questions: [
      { id: "now", text: "现在的工作里，您最舍不得的是什么？" },
      { id: "change", text: "什么变了，您才会考虑动一动？" },
      { id: "proud", text: "过去一年您最得意的一件工作是什么？" },
      { id: "terms", text: "哪些条件必须满足：薪资、地点、时间、离职交接？" },
      { id: "decide", text: "还有谁会影响您的决定？目前在看别的机会吗？" },
    ],
    values: [
      {
        need: "职业发展停住了",
        help: "下一步写得清清楚楚，而不是口头许诺",
        proof: "请写上一个例子：谁以什么职位入职，现在做什么",
      },
      { need: "简历投出去没有回音", help: "两天内答复，并说明原因", proof: "请写上数字：上季度平均几天答复" },
      { need: "入职不到一年就走", help: "难处在第一次谈话里就说", proof: "请写上数字：一年后还在岗的比例" },
    ],
    objections: [
      {
        id: "happy",
        says: "我现在挺好的。",
        answer: "那太好了，我不劝您走。一年之后，什么情况您会愿意听听？到那时我才打给您。",
        evidence: "",
        words: ["挺好", "不看", "满意"],
      },
      {
        id: "pay",
        says: "给多少钱？",
        answer: "范围是定好的，我会告诉您。先问一句您心里的数，免得耽误您时间。",
        evidence: "",
        words: ["薪资", "工资", "多少钱", "待遇"],
      },
      {
        id: "agency",
        says: "我不跟猎头打交道。",
        answer: "理解，也有道理。我用一句话说公司和职位，您说行或不行，可以吗？",
        evidence: "",
        words: ["猎头", "中介", "招聘"],
      },
    ],
  },
  nonprofit: {
    openings: {
      event_conversation:
        "{full_name}，您好，我是{seller}的{rep_name}。[{when}我们聊过机构的工作]，谢谢您来。能占用您一分钟，说说后来的进展吗？",
    },
    value: "像您这样的支持者去年捐的每一笔都查得到，我想先告诉您做成了什么，再谈别的。",
    questions: [
      { id: "why", text: "当初是什么让您关注到我们？" },
      { id: "moved", text: "哪一部分工作对您最重要？" },
      { id: "hear", text: "您希望我们怎么联系您？多久一次算打扰？" },
      { id: "able", text: "今年方便考虑捐赠吗，还是我换个时间再问？" },
      { id: "others", text: "您身边还有谁关心这件事？" },
    ],
    values: [
      { need: "钱到底用在哪里", help: "一个项目，花了多少，做成什么", proof: "请写上一个项目：金额、地点、结果、照片" },
      { need: "来信来电太多", help: "一年一份报告、一通电话，没有别的", proof: "通话时就记在您的档案里" },
      { need: "希望帮得长久", help: "每月小额，随时一句话就能停", proof: "请写上数字：稳定的捐赠让你们启动了什么" },
    ],
    objections: [
      {
        id: "gave",
        says: "我已经捐过了。",
        answer: "我知道，谢谢您，正因为这样才打给您。今天只想告诉您这笔钱做了什么。",
        evidence: "",
        words: ["捐过", "已经", "支持"],
      },
      {
        id: "overhead",
        says: "有多少花在行政上？",
        answer: "问得对。数字在经审计的年报里，我念给您听，再把那一页发给您。",
        evidence: "经审计的年报",
        words: ["行政", "管理费", "比例", "成本"],
      },
      {
        id: "cannot",
        says: "最近手头紧。",
        answer: "那就不是时候，谢谢您直说。今年我们就不再打扰您了，好吗？",
        evidence: "",
        words: ["手头紧", "困难", "没钱", "退休金"],
      },
    ],
  },
  professional_services: {
    openings: {},
    value: "始终由同一位了解情况的人对接您，费用提前说清楚，用不着我们的时候也会告诉您。",
    questions: [
      { id: "matter", text: "发生了什么，您希望最后是什么结果？" },
      { id: "deadline", text: "哪个日期绝对不能错过？" },
      { id: "tried", text: "已经请谁看过，他们怎么说？" },
      { id: "risk", text: "最坏会怎样？您觉得可能性有多大？" },
      { id: "decide", text: "由谁委托，他要先看到什么？" },
    ],
    values: [
      {
        need: "不知道要花多少",
        help: "第一步固定价格，写下来",
        proof: "请写上一个例子：第一步做什么、多少钱、结果如何",
      },
      {
        need: "每次都要从头解释",
        help: "从第一通电话到最后都是同一位合伙人",
        proof: "请写上数字：多少客户一直由同一位合伙人服务",
      },
      { need: "可能要打官司", help: "两页纸写明对您有利和不利的地方", proof: "请写上一个不具名的例子，不承诺结果" },
    ],
    objections: [
      {
        id: "fees",
        says: "律师和顾问都太贵。",
        answer: "有可能。我们先定好第一步最多花多少，不值就停在那里。",
        evidence: "",
        words: ["收费", "小时费", "贵"],
      },
      {
        id: "counsel",
        says: "我们有自己的人做。",
        answer: "那很好。他们哪里人手不够？我们在他们后面帮忙，不跟他们抢。",
        evidence: "",
        words: ["自己", "法务", "团队", "内部"],
      },
      {
        id: "conflict",
        says: "你们是不是在给我们的竞争对手做？",
        answer: "我们为谁服务，对谁都不能说，对您也一样。听任何细节之前，我们先做利益冲突检查。",
        evidence: "",
        words: ["竞争", "冲突", "保密"],
      },
    ],
  },
};
