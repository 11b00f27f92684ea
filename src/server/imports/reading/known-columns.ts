/**
 * What columns are called, by field: English as the exports write it, then German, French, Spanish, Italian,
 * Portuguese, Dutch, and Chinese in both scripts. Names are compared as `normaliseColumn` gives them.
 */
export const knownColumns: Record<string, string> = {
  name:
    "name, full name, contact name, contact, display name, person, customer name, client name, attendee name, guest name, candidate name, lead name, " +
    "name vollständig, vollständiger name, nom complet, nombre completo, nome completo, nome e cognome, volledige naam, naam, ansprechpartner, kontakt, " +
    "姓名, 名字, 名稱, 名称, 联系人, 聯絡人, 联系人姓名, 聯絡人姓名, 客户姓名, 客戶姓名, 全名, 中文姓名",
  first_name:
    "first name, firstname, first, given name, forename, fname, vorname, prénom, prenom, nombre, voornaam, nome, 名, 名 (first name)",
  middle_name: "middle name, additional name, middle",
  last_name:
    "last name, lastname, last, surname, family name, lname, nachname, familienname, nom, nom de famille, apellido, apellidos, cognome, sobrenome, apelido, achternaam, 姓, 姓氏",
  prefix: "salutation, prefix, name prefix, honorific, anrede, civilité, tratamiento, titolo, 称谓, 稱謂, 称呼, 稱呼",
  suffix: "suffix, name suffix",
  nickname: "nickname, nick name, known as, 昵称, 暱稱",
  company:
    "company, company name, organization, organisation, organization name, organisation name, employer, account, account name, current employer, business name, firm, " +
    "firma, unternehmen, société, entreprise, empresa, compañía, azienda, società, bedrijf, bedrijfsnaam, 公司, 公司名称, 公司名稱, 客户名称, 客戶名稱, 单位, 單位, 工作单位, 企业, 企業, 企业名称, 机构, 機構",
  job_title:
    "job title, title, position, role, job, designation, occupation, current title, headline, funktion, stellung, poste, fonction, cargo, puesto, ruolo, qualifica, functie, " +
    "职位, 職位, 职务, 職務, 职称, 職稱, 头衔, 頭銜, 岗位",
  department: "department, abteilung, service, departamento, reparto, dipartimento, afdeling, 部门, 部門",
  email:
    "email, e-mail, mail, email address, e-mail address, emails, email 1, primary email, contact email, e-mail-adresse, e-mailadresse, mailadresse, courriel, adresse e-mail, adresse email, adresse mail, " +
    "correo, correo electrónico, correo electronico, indirizzo email, posta elettronica, endereço de email, endereco de email, 邮箱, 郵箱, 电子邮件, 電子郵件, 电子邮箱, 電子郵箱, 邮件, 电邮, 電郵, 信箱, 电子信箱, 電子信箱, 邮箱地址, 電子郵件地址",
  "email:work": "work email, business email, email work, company email, 工作邮箱, 公司邮箱",
  "email:home": "home email, personal email, private email, email home, 个人邮箱",
  "email:other":
    "other email, email 2, email 3, secondary email, alternate email, alternative email, e-mail 2, e-mail 3, additional email",
  phone:
    "phone, phone number, telephone, telephone number, tel, tel no, contact number, phone no, primary phone, phones, phone 1, telefon, telefonnummer, rufnummer, téléphone, tél, teléfono, telefono, telefone, telefoon, telefoonnummer, " +
    "电话, 電話, 电话号码, 電話號碼, 联系电话, 聯絡電話, 联系方式, 聯絡方式, 连络电话",
  "phone:mobile":
    "mobile, mobile phone, mobile number, cell, cell phone, cellphone, cell number, mobile phone number, mobile no, handy, mobil, handynummer, mobiltelefon, mobilnummer, portable, téléphone portable, móvil, celular, cellulare, telemóvel, mobiel, gsm, " +
    "手机, 手機, 手机号, 手机号码, 手機號碼, 手機號, 移动电话, 行動電話, 行动电话",
  "phone:work":
    "work phone, business phone, office phone, direct phone, work number, office, direct dial, direct line, geschäftlich, téléphone professionnel, 办公电话, 辦公電話, 公司电话, 公司電話, 座机, 固定电话, 固話, 市話",
  "phone:home": "home phone, home number, private phone, privat, téléphone domicile, 家庭电话, 住宅电话, 住家電話",
  "phone:other": "other phone, phone 2, phone 3, alternate phone, secondary phone, telephone 2",
  "phone:corporate": "corporate phone, company phone, main phone, switchboard, company main phone, 总机, 總機",
  profile:
    "linkedin, linkedin url, linkedin profile, linkedin profile url, person linkedin url, profile url, profile, url of member profile, linkedin page, xing",
  website:
    "website, web page, url, homepage, personal web page, web, site web, sitio web, sito web, 网站, 網站, 网址, 網址",
  street:
    "street, address, street address, address 1, address line 1, mailing street, business street, home street, home address, straße, strasse, adresse, anschrift, rue, dirección, direccion, indirizzo, endereço, morada, adres, straat, 地址, 联系地址, 通讯地址, 通訊地址, 街道, 住址",
  city: "city, town, locality, mailing city, business city, home city, ort, stadt, ville, ciudad, città, citta, cidade, plaats, stad, 城市, 市, 所在城市, 縣市",
  region:
    "state, region, province, county, state province, mailing state, business state, home state, bundesland, provincia, estado, departement, provincie, 省, 省份, 州, 地区, 地區",
  postal_code:
    "postal code, zip, zip code, postcode, post code, mailing postal code, plz, postleitzahl, code postal, código postal, codigo postal, cap, cep, 邮编, 郵編, 邮政编码, 郵遞區號",
  country:
    "country, country region, country name, country code, mailing country, business country, home country, land, pays, país, pais, paese, 国家, 國家",
  birthday:
    "birthday, birthdate, date of birth, dob, geburtstag, geburtsdatum, date de naissance, fecha de nacimiento, data di nascita, 生日, 出生日期",
  notes:
    "notes, note, comments, comment, remarks, description, notizen, notiz, bemerkung, bemerkungen, remarques, commentaire, notas, observaciones, opmerkingen, 备注, 備註, 备考, 说明, 說明, 附註",
  tags: "tags, tag, labels, groups, categories, category, segments, lists, schlagworte, étiquettes, etiquetas, 标签, 標籤, 分组, 分類",
  owner:
    "owner, contact owner, account owner, lead owner, record owner, assigned to, assigned rep, rep, sales rep, salesperson, responsible, besitzer, zuständig, propriétaire, responsable, 负责人, 負責人, 跟进人, 跟進人, 业务员, 業務員, 销售, 所属销售",
  time_zone: "time zone, timezone, zeitzone, fuseau horaire, zona horaria, 时区, 時區",
  language: "language, preferred language, locale, sprache, langue, idioma, lingua, taal, 语言, 語言",
  referred_by:
    "referred by, referrer, referral, credited to, empfohlen von, recommandé par, recomendado por, 推荐人, 推薦人, 介绍人, 介紹人",
  spouse: "spouse, partner, 配偶",
  audience: "audience",
  "external_id:crm": "contact id, customer id, client id, crm id, person id",
  occurred_at:
    "occurred at, date, registration date, applied on, activity date, visit date, event date, timestamp, submitted at, submission date, created at, call date, last contact, datum, fecha, data, 日期, 时间, 時間",
  "occurred_at:meeting_held":
    "meeting date, date of meeting, met at, met on, met, date met, meeting time, meeting held, last meeting, last met, " +
    "treffen am, getroffen am, datum des treffens, date de rencontre, date du rendez vous, fecha de reunión, data incontro, data da reunião, " +
    "见面日期, 見面日期, 见面时间, 見面時間, 会面日期, 會面日期, 会面时间, 會面時間, 会议日期, 會議日期, 面谈日期, 面談日期",
  "occurred_at:visit_held": "拜访日期, 拜訪日期, 拜访时间, 拜訪時間",
  custom: "fax, fax number, business fax, home fax, other fax, pager, telex, fax no, telefax, télécopie, 传真, 傳真",
};

/** Parts of names, tried in order where the whole name is not known. */
export const knownParts: [pattern: RegExp, field: string][] = [
  [/fax|pager|telex|传真|傳真/, "custom"],
  [
    /(opt(ed)?out|unsubscri|donot|dont|dnc|nocontact|abgemeldet|désabonn|拒绝|拒絕|退订|退訂|勿扰|勿擾|黑名单|黑名單).*(email|newsletter|邮|郵)|(email|mail|newsletter).*(opt(ed)?out|unsubscri)|bulkemail/,
    "suppress:email",
  ],
  [
    /(opt(ed)?out|donot|dont|dnc|勿|不要|拒绝|拒絕).*(call|phone|telephone|电|電|打)|(call|phone).*(opt(ed)?out|donot)|^dnc|donotcall|robinson/,
    "suppress:call",
  ],
  [/(opt(ed)?out|donot|dont|勿|不要|拒绝|拒絕).*(sms|text|短信|簡訊)|(sms|text).*(opt(ed)?out|stop)/, "suppress:sms"],
  [/(donot|dont).*(mail|post|letter)/, "suppress:post"],
  // Who looks at houses with an agent of his own has somebody to speak for him.
  [/workingwith(an?)?agent|representedby|hasagent/, "suppress"],
  [
    /opt(ed)?out|unsubscri|donotcontact|dontcontact|donotsolicit|blacklist|suppressed|abgemeldet|désabonn|退订|退訂|黑名单|黑名單|勿扰|勿擾|拒绝|拒絕/,
    "suppress",
  ],
  [
    /opt(ed)?in|subscri|consent|agree|permission|source|status|type$|count|score|verified|bounced|sent$|open$/,
    "custom",
  ],
  [/linkedin/, "profile"],
  [/^(e?mail)\d|(e-?mail)(address)?$|^email|邮箱|郵箱|电邮|電郵|邮件|郵件|courriel|correo/, "email"],
  [/mobil|^cell|手机|手機|移动电话|行動電話/, "phone:mobile"],
  [/phone|^tel|telefon|téléphone|teléfono|telefono|telefone|电话|電話/, "phone"],
  [/firstname|givenname|vorname|prénom/, "first_name"],
  [/lastname|surname|familyname|nachname/, "last_name"],
  [/fullname|姓名/, "name"],
  [/company|organi[sz]ation|公司/, "company"],
  [/jobtitle|职位|職位|职务|職務/, "job_title"],
];
