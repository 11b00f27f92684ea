import type { PresetContent, SharedContent } from "#domain/playbooks/playbook.ts";

export const sharedInTraditional: SharedContent = {
  openings: {
    introduction_made:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}{referrer}介紹我們認識]，說您願意簡短聊聊。現在方便嗎？耽誤您十分鐘。\n{full_name}，您好，我是{seller}的{rep_name}。[{when}有朋友介紹我們認識]，說您願意簡短聊聊。現在方便嗎？",
    callback_requested: "{full_name}，您好，我是{seller}的{rep_name}。[您{when}請我回電]，現在方便嗎？",
    demo_requested:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}預約了產品示範]。示範之前，我想先聽聽您最想解決什麼問題，三分鐘可以嗎？",
    reply_agreeing_to_talk:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}回覆說可以聊聊]，所以我依約打來。現在方便，還是另外約個時間？",
    meeting_booked:
      "{full_name}，您好，我是{seller}的{rep_name}。[我們{when}約好了今天這個時段]。開始之前想先請教：這次談話您最希望得到什麼？",
    inbound_inquiry:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}詢問過我們]，不想讓您久等。先請教兩個問題，好讓我答得到位，可以嗎？",
    trial_started:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}開始試用]。我不是來推銷的，只想知道您希望它幫上什麼忙、有沒有卡住的地方。兩分鐘可以嗎？",
    application_submitted:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}送出的申請我們收到了]，謝謝您。花五分鐘說明接下來的流程，方便嗎？",
    meeting_held:
      "{full_name}，您好，我是{seller}的{rep_name}。[我們{when}碰過面]，當時說好由我再跟您聯絡。兩分鐘方便嗎？",
    call_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[我們{when}通過電話]，我接著上次的話題往下談。現在方便嗎？",
    event_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}我們在「{topic}」聊過]。那天人多，您不一定記得我，耽誤您兩分鐘好嗎？\n{full_name}，您好，我是{seller}的{rep_name}。[{when}我們在活動上聊過]。那天人多，您不一定記得我，耽誤您兩分鐘好嗎？",
    card_exchanged:
      "{full_name}，您好，我是{seller}的{rep_name}。[{when}我們在「{topic}」交換過名片]。我想與其寄型錄，不如直接打個電話。兩分鐘可以嗎？\n{full_name}，您好，我是{seller}的{rep_name}。[{when}我們交換過名片]。我想與其寄型錄，不如直接打個電話。兩分鐘可以嗎？",
    open_house_visited:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}來看過「{topic}」]，我想聽聽您真正的感覺。現在方便嗎？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}來看過房子]，我想聽聽您真正的感覺。現在方便嗎？",
    webinar_attended:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}參加了我們的「{topic}」]。我逐一致電給出席的來賓，只想請教一件事：是什麼讓您願意撥出這段時間？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}參加了我們的線上講座]。我逐一致電給出席的來賓，只想請教一件事：是什麼讓您願意撥出這段時間？",
    content_downloaded:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}下載了「{topic}」]。下載的人心裡多半有個問題，您的是什麼？\n{full_name}，您好，我是{seller}的{rep_name}。[您{when}下載了我們的資料]。下載的人心裡多半有個問題，您的是什麼？",
    newsletter_opted_in:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}訂閱了我們的電子報]，想請教您最想看到什麼內容。現在說話方便嗎？",
    email_replied:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}回了我的信]，有些事用講的比用寫的快。兩分鐘可以嗎？",
    social_message:
      "{full_name}，您好，我是{seller}的{rep_name}。[我們{when}互傳過訊息]，我想在電話裡說比較清楚。現在方便嗎？",
    chat_held:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}在線上和我們談過]，紀錄我都看過了，您不必重講一遍。我接著往下說，好嗎？",
    survey_answered:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}填了我們的問卷]，謝謝您。有一題的回答我想多了解一點，兩分鐘可以嗎？",
    purchase:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}成為我們的客戶]。其他先不談，我想聽聽您用得如何。現在方便嗎？",
    donation:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}支持了我們的工作]，我打來首先是向您道謝。能耽誤您一分鐘，說說這筆捐款後來做了什麼嗎？",
    support_conversation:
      "{full_name}，您好，我是{seller}的{rep_name}。[您{when}找過我們的客服]。先請教一句：問題解決了嗎？",
    past_client: "{full_name}，您好，我是{seller}的{rep_name}。[我們{when}合作過]，想聽聽您後來的情況。現在方便嗎？",
    alumni: "{full_name}，您好，我是{seller}的{rep_name}。[您以前是我們的同事]，想聽聽您現在在忙什麼。兩分鐘可以嗎？",
    neutral:
      "{full_name}，您好，我是{seller}的{rep_name}。知道您正在忙，我先用半分鐘說明來意，值不值得再聊兩分鐘由您決定，好嗎？",
  },
  voicemail:
    "{full_name}，您好，我是{seller}的{rep_name}。[這通電話是為了{when}的「{topic}」]。有個也許能替您省時間的想法，五分鐘講得完。我兩天後再打給您，也歡迎回撥這個號碼。如果不想再接到我們的電話，說一聲就好，我立刻處理。\n{full_name}，您好，我是{seller}的{rep_name}。[我們{when}聯絡過，所以打給您]。有個也許能替您省時間的想法，五分鐘講得完。我兩天後再打給您，也歡迎回撥這個號碼。如果不想再接到我們的電話，說一聲就好，我立刻處理。\n我是{seller}的{rep_name}，找{full_name}。我兩天後再打來，也歡迎回撥這個號碼。如果不想再接到我們的電話，說一聲就好，我立刻處理。",
  gatekeeper:
    "您好，我是{seller}的{rep_name}，想請您幫個忙：[{full_name}{when}和我們聯絡過]，我想接著跟他談。什麼時候打來比較不打擾他？請問怎麼稱呼您？之後好向您道謝。\n您好，我是{seller}的{rep_name}，想請您幫個忙：我想和{full_name}通個電話。什麼時候打來比較不打擾？請問怎麼稱呼您？之後好向您道謝。",
  close: "我們約三十分鐘細談，好嗎？我這邊有兩個時段，您看哪個方便？都不合適也請直說。",
  objections: [
    {
      id: "no_time",
      says: "我現在沒空。",
      answer: "應該的，是我打擾了。什麼時候比較有空，明天上午，還是這週晚一點？我保證十分鐘以內。",
      evidence: "",
      words: ["沒空", "忙", "時間", "開會", "晚點"],
    },
    {
      id: "send_something",
      says: "先寄資料給我看。",
      answer: "沒問題。為了寄得對，請教一句：您最想看哪一部分？我只寄一頁，再用十分鐘一起決定。",
      evidence: "",
      words: ["資料", "寄", "信箱", "LINE", "型錄"],
    },
    {
      id: "have_someone",
      says: "我們已經有配合的廠商了。",
      answer: "那很好，表示您清楚什麼重要。目前這樣，您最滿意哪一點？如果能改一個地方，您想改哪裡？",
      evidence: "",
      words: ["已經", "有了", "廠商", "配合", "別家"],
    },
    {
      id: "price",
      says: "太貴了。",
      answer: "有可能。您是跟什麼比？我們把這個問題一年讓您花掉的錢擺在旁邊看，如果比它還少，我第一個勸您不要買。",
      evidence: "",
      words: ["貴", "價格", "預算", "錢", "費用"],
    },
    {
      id: "think",
      says: "我考慮一下。",
      answer: "應該考慮。您主要在想哪個問題？也許我現在就能回答，不行我去問能回答的人。",
      evidence: "",
      words: ["考慮", "想想", "討論", "再說"],
    },
    {
      id: "how_number",
      says: "你們怎麼會有我的電話？",
      answer: "您問得對。來源和日期就在我面前，我唸給您聽。如果您不想再接到電話，我現在就登記，之後不會再有人打來。",
      evidence: "",
      words: ["電話", "哪裡", "隱私", "個資", "騷擾"],
    },
  ],
};

export const presetsInTraditional: PresetContent = {
  b2b_software: {
    openings: {},
    value: "和您類似的團隊找上我們，多半是因為兩套系統之間還靠人工搬資料；留下來，是因為後來這件事不必再操心。",
    questions: [
      { id: "trigger", text: "為什麼是現在，而不是一年前，要處理這件事？" },
      { id: "today", text: "目前從頭到尾是怎麼做的？" },
      { id: "cost", text: "最耗費的是什麼：時間、出錯，還是讓客戶等？" },
      { id: "tried", text: "以前試過什麼做法，為什麼沒有繼續？" },
      { id: "decide", text: "你們怎麼決定？還有誰要同意？" },
    ],
    values: [
      {
        need: "同一筆資料輸入兩次",
        help: "一份紀錄，自動保持一致",
        proof: "請寫上你們的案例：誰省了幾小時，從何時開始",
      },
      { need: "沒有人說得清進度", help: "一頁看懂誰在等誰", proof: "請寫上你們的案例：以前哪裡延誤，現在不再延誤" },
      { need: "資安有疑慮", help: "單一登入、操作紀錄、資料放在您指定的地方", proof: "資安說明，以及由誰稽核過" },
    ],
    objections: [
      {
        id: "build",
        says: "我們可以自己開發。",
        answer: "當然可以。兩年後誰來維護，那個人就做不了什麼？如果這兩題都好回答，就自己做。",
        evidence: "",
        words: ["自己", "開發", "自建", "工程師"],
      },
      {
        id: "switch",
        says: "換系統太麻煩。",
        answer: "確實麻煩，多半麻煩在資料。我們只看一塊：要判斷值不值得，最先得搬哪一部分？",
        evidence: "",
        words: ["換", "移轉", "麻煩", "轉換"],
      },
      {
        id: "it",
        says: "要資訊部門同意。",
        answer: "應該的。他們通常先問什麼？我照他們的說法把答案寫好，再一起跟他們談。",
        evidence: "",
        words: ["資訊", "資安", "採購", "簽核"],
      },
    ],
  },
  financial_services: {
    openings: {
      inbound_inquiry:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}向我們詢問過理財規劃]。談建議之前，我得先了解您的狀況，五分鐘方便嗎？",
    },
    value: "我們先弄清楚這筆錢要做什麼、何時要用，再談商品。有時候結論是：現在不必動。",
    questions: [
      { id: "goal", text: "這筆錢您想用來做什麼，何時要用？" },
      { id: "situation", text: "最近有什麼變化：工作、家庭、房子、健康？" },
      { id: "risk", text: "上次市場大跌，您怎麼做？睡得好嗎？" },
      { id: "have", text: "目前手上有哪些商品，誰在幫您打理？" },
      { id: "decide", text: "誰和您一起決定？決定前您要看到哪些書面資料？" },
    ],
    values: [
      {
        need: "商品太多，看不出全貌",
        help: "一張表：有什麼、成本多少、為了什麼",
        proof: "請寫上一個不具名的例子，不寫報酬率",
      },
      { need: "怕走錯一步", help: "兩個方案並列，各自可能出什麼問題也寫明", proof: "每位客戶都會拿到的書面建議" },
      { need: "快退休了", help: "三種情境下，每個月稅後可用多少", proof: "請寫上計算方式；過去績效不代表未來表現" },
    ],
    objections: [
      {
        id: "guarantee",
        says: "可以保本保息嗎？",
        answer: "不行，也沒有人能誠實地這樣承諾。我可以給您看它靠什麼、可能出什麼問題、要花多少錢，由您決定。",
        evidence: "",
        words: ["保本", "保證", "報酬", "安全", "穩"],
      },
      {
        id: "bank",
        says: "銀行理專都幫我處理。",
        answer: "那很好。他們上一次坐下來陪您把全部看過一遍是什麼時候？多一雙眼睛看不用錢，也許結論就是一切都好。",
        evidence: "",
        words: ["銀行", "理專", "已經"],
      },
      {
        id: "trust",
        says: "我以前吃過虧。",
        answer: "聽您這樣說我很遺憾。方便說說是怎麼回事嗎？我想先知道什麼事不能做。",
        evidence: "",
        words: ["虧", "騙", "信任", "經驗"],
      },
    ],
  },
  real_estate: {
    openings: {
      inbound_inquiry:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}問過一間房子]。先聽聽您真正想找什麼樣的，之後少跑冤枉路。三分鐘可以嗎？",
      past_client:
        "{full_name}，您好，我是{seller}的{rep_name}。[{when}是我陪您處理房子的]。住得還好嗎？朋友若想知道自己的房子值多少，我也樂意幫忙看。",
    },
    value: "我告訴您附近同類房子實際成交的價格，不是開價，以及這對您下一步的意義。",
    questions: [
      { id: "why", text: "搬家對您來說會改變什麼？" },
      { id: "when", text: "有沒有一個非趕上不可的日子：就學、工作、租約？" },
      { id: "must", text: "三樣一定要有的，一樣可以放棄的，是什麼？" },
      { id: "money", text: "銀行有沒有書面說過能貸多少？" },
      { id: "decide", text: "誰要住，誰有發言權？" },
    ],
    values: [
      { need: "值多少錢？", help: "附近今年三筆成交，附照片", proof: "請寫上三筆成交：路段、日期、成交價與開價" },
      { need: "先賣還是先買？", help: "兩種走法列在一頁，寫明日期與費用", proof: "請寫上一個例子：客戶怎麼銜接的" },
      {
        need: "不想讓外人隨便進門",
        help: "只帶有資金證明的客戶，時間由您決定",
        proof: "請寫上數字：到出價為止平均看了幾次",
      },
    ],
    objections: [
      {
        id: "alone",
        says: "我們想自己賣。",
        answer: "不少人這樣做，也有賣得好的。定價、帶看、合約這三件事您打算怎麼處理？順的自己來，不順的找我。",
        evidence: "",
        words: ["自己", "自售", "不找仲介"],
      },
      {
        id: "commission",
        says: "仲介費太高。",
        answer: "我們看最後到您手上多少，不看我拿多少。我若說不出差別，您就別找我。",
        evidence: "",
        words: ["仲介費", "服務費", "趴數", "費用"],
      },
      {
        id: "wait",
        says: "等價格再漲一點。",
        answer: "也可能是對的。您看到什麼情況就會決定？我每季把您社區的成交寄給您一次，其他不寄。",
        evidence: "",
        words: ["等", "行情", "漲", "利率"],
      },
    ],
  },
  recruiting: {
    openings: {
      application_submitted:
        "{full_name}，您好，我是{seller}的{rep_name}。[您{when}投遞的履歷]我看過了。現在說話方便嗎，還是我晚上再打？",
    },
    value: "我一次只談一個職缺，薪資多少、難在哪裡都說清楚，兩天之內告訴您結果。",
    questions: [
      { id: "now", text: "現在的工作裡，您最捨不得的是什麼？" },
      { id: "change", text: "什麼改變了，您才會考慮換？" },
      { id: "proud", text: "過去一年您最自豪的一件工作是什麼？" },
      { id: "terms", text: "哪些條件一定要符合：薪資、地點、工時、交接？" },
      { id: "decide", text: "還有誰會影響您的決定？目前在談別的機會嗎？" },
    ],
    values: [
      {
        need: "職涯停滯",
        help: "下一步寫得清清楚楚，而不是口頭承諾",
        proof: "請寫上一個例子：誰以什麼職位進來，現在做什麼",
      },
      { need: "履歷石沉大海", help: "兩天內答覆，並說明原因", proof: "請寫上數字：上一季平均幾天答覆" },
      { need: "到職不到一年就離開", help: "難處在第一次談話就說", proof: "請寫上數字：一年後仍在職的比例" },
    ],
    objections: [
      {
        id: "happy",
        says: "我現在很好。",
        answer: "那太好了，我不勸您走。一年之後，什麼情況您會願意聽聽？到那時我才打給您。",
        evidence: "",
        words: ["很好", "不考慮", "滿意"],
      },
      {
        id: "pay",
        says: "薪水多少？",
        answer: "範圍是固定的，我會告訴您。先請教您心裡的數字，免得耽誤您的時間。",
        evidence: "",
        words: ["薪資", "薪水", "多少", "待遇"],
      },
      {
        id: "agency",
        says: "我不和獵頭打交道。",
        answer: "理解，也有道理。我用一句話說公司和職缺，您說行或不行，好嗎？",
        evidence: "",
        words: ["獵頭", "人力銀行", "仲介"],
      },
    ],
  },
  nonprofit: {
    openings: {
      event_conversation:
        "{full_name}，您好，我是{seller}的{rep_name}。[{when}我們聊過協會的工作]，謝謝您來。能耽誤您一分鐘，說說後來的進展嗎？",
    },
    value: "像您這樣的支持者去年捐的每一筆都查得到，我想先告訴您完成了什麼，再談其他。",
    questions: [
      { id: "why", text: "當初是什麼讓您開始關心我們？" },
      { id: "moved", text: "哪一部分的工作對您最重要？" },
      { id: "hear", text: "您希望我們怎麼聯絡您？多久一次算打擾？" },
      { id: "able", text: "今年方便考慮捐款嗎，還是我換個時間再問？" },
      { id: "others", text: "您身邊還有誰關心這件事？" },
    ],
    values: [
      { need: "錢到底用在哪裡", help: "一個專案，花了多少，完成什麼", proof: "請寫上一個專案：金額、地點、成果、照片" },
      { need: "信件和電話太多", help: "一年一份報告、一通電話，沒有其他", proof: "通話時就記在您的資料裡" },
      { need: "希望幫得長久", help: "每月小額，一句話就能停", proof: "請寫上數字：穩定的捐款讓你們開始了什麼" },
    ],
    objections: [
      {
        id: "gave",
        says: "我已經捐過了。",
        answer: "我知道，謝謝您，正因如此才打給您。今天只想告訴您這筆錢做了什麼。",
        evidence: "",
        words: ["捐過", "已經", "支持"],
      },
      {
        id: "overhead",
        says: "有多少用在行政上？",
        answer: "問得對。數字在經會計師查核的年報裡，我唸給您聽，再把那一頁寄給您。",
        evidence: "經會計師查核的年報",
        words: ["行政", "管理", "比例", "成本"],
      },
      {
        id: "cannot",
        says: "最近手頭比較緊。",
        answer: "那就不是時候，謝謝您直說。今年我們就不再打擾您，好嗎？",
        evidence: "",
        words: ["手頭", "困難", "沒錢", "退休"],
      },
    ],
  },
  professional_services: {
    openings: {},
    value: "始終由同一位了解狀況的人與您聯絡，費用事先說清楚，用不到我們的時候也會告訴您。",
    questions: [
      { id: "matter", text: "發生了什麼，您希望最後是什麼結果？" },
      { id: "deadline", text: "哪個日期絕對不能錯過？" },
      { id: "tried", text: "已經請誰看過，他們怎麼說？" },
      { id: "risk", text: "最壞會怎樣？您覺得可能性有多高？" },
      { id: "decide", text: "由誰委任，他要先看到什麼？" },
    ],
    values: [
      {
        need: "不知道要花多少",
        help: "第一步固定費用，白紙黑字",
        proof: "請寫上一個例子：第一步做什麼、多少錢、結果如何",
      },
      {
        need: "每次都要從頭說明",
        help: "從第一通電話到最後都是同一位合夥人",
        proof: "請寫上數字：多少客戶一直由同一位合夥人服務",
      },
      { need: "可能要上法院", help: "兩頁紙寫明對您有利與不利之處", proof: "請寫上一個不具名的例子，不承諾結果" },
    ],
    objections: [
      {
        id: "fees",
        says: "律師和顧問都太貴。",
        answer: "有可能。我們先訂好第一步最多花多少，不划算就停在那裡。",
        evidence: "",
        words: ["收費", "鐘點費", "貴"],
      },
      {
        id: "counsel",
        says: "我們有自己的人處理。",
        answer: "那很好。他們哪裡人手不足？我們在後面支援，不跟他們搶。",
        evidence: "",
        words: ["自己", "法務", "團隊", "內部"],
      },
      {
        id: "conflict",
        says: "你們是不是也服務我們的競爭對手？",
        answer: "我們服務誰，對任何人都不能說，對您也一樣。聽任何細節之前，我們會先做利益衝突檢查。",
        evidence: "",
        words: ["競爭", "衝突", "保密"],
      },
    ],
  },
};
