import { culture } from '../culture.ts';

export const arabic = culture({
  code: 'ar',
  weight: 24,
  men: 'أحمد=ahmed|أنس=anas|باسل=basel|بلال=bilal|جمال=jamal|حسام=hossam|حمزة=hamza|خالد=khaled|رامي=rami|زياد=ziad|سامر=samer|سعيد=saeed|طارق=tarek|عبد الرحمن=abdelrahman|عبد الله=abdullah|عمر=omar|فيصل=faisal|كريم=karim|ماجد=majed|محمد=mohammed|مصطفى=mostafa|نبيل=nabil|هشام=hisham|وليد=waleed|يوسف=youssef',
  women:
    'آمنة=amna|أسماء=asma|إيمان=iman|بسمة=basma|جميلة=jamila|حنان=hanan|خديجة=khadija|دانا=dana|رانيا=rania|ريم=reem|زينب=zainab|سارة=sara|سلمى=salma|شيماء=shaimaa|عائشة=aisha|غادة=ghada|فاطمة=fatima|لمى=lama|ليلى=layla|مريم=mariam|منى=mona|نور=nour|هالة=hala|ياسمين=yasmin',
  family:
    'الأحمد=al-ahmad|الحداد=haddad|الخطيب=al-khatib|الخوري=khoury|السيد=elsayed|الشامي=al-shami|الشمري=al-shammari|العتيبي=al-otaibi|العلي=al-ali|الغامدي=al-ghamdi|القحطاني=al-qahtani|المصري=elmasry|المنصوري=al-mansoori|النجار=najjar|الهاشمي=al-hashimi|بن راشد=bin-rashid|حمدان=hamdan|درويش=darwish|زيدان=zidan|سليمان=suleiman|شاهين=shaheen|صالح=saleh|طه=taha|عبد العزيز=abdelaziz|عثمان=othman|فارس=fares|قاسم=qasim|منصور=mansour|نصار=nassar|يعقوب=yacoub',
  brands:
    'النخيل=alnakheel|الواحة=alwaha|اللؤلؤة=allulua|الصقر=alsaqr|البحر الأبيض=bahr-abyad|الياسمين=alyasmin|الأهرام=alahram|النيل=alnil|الخليج=alkhaleej|الأرز=alarz|الفجر=alfajr|المدينة=almadina|الريان=alrayan|الزهراء=alzahra',
  small:
    'عيادة {b} للأسنان>{b}-dental-clinic|مخبز {b}>{b}-makhbaz|صيدلية {b}>{b}-saydalia|مكتب {b} للمحاماة>{b}-lawfirm',
  middle:
    'شركة {b} للمقاولات>{b}-contracting|شركة {b} للشحن>{b}-shahn|فندق {b}>{b}-fonduq|مطابع {b}>{b}-printing|شركة {b} للأغذية>{b}-food',
  large: 'مستشفى {b}>{b}-mustashfa|مجموعة {b} القابضة>{b}-group|جامعة {b}>{b}-jamia',
  titles: 'المدير العام|المحاسبة|الاستقبال|المشتريات|المبيعات|الموارد البشرية|تقنية المعلومات|المستودع',
  streets: 'شارع الملك فهد {n}|شارع النيل {n}|طريق الكورنيش {n}|شارع الحمراء {n}|شارع الجامعة {n}',
  places:
    'AE;دبي;;;+971 4 555 ####|EG;الإسكندرية;;21500;+20 3 555 ####|JO;عمّان;;11118;+962 6 555 ####|SA;الرياض;;11564;+966 11 555 ####|LB;بيروت;;1107;+961 1 555 ###',
});

export const hebrew = culture({
  code: 'he',
  weight: 16,
  men: 'אבנר=avner|אורי=uri|איתן=eitan|אלון=alon|אמיר=amir|ארז=erez|גיל=gil|דוד=david|דניאל=daniel|יהונתן=yehonatan|יונתן=yonatan|יוסף=yosef|ליאור=lior|מיכאל=michael|משה=moshe|נדב=nadav|עומר=omer|עידו=ido|רועי=roi|שמואל=shmuel|תומר=tomer',
  women:
    'אביגיל=avigail|איילת=ayelet|אסתר=esther|דנה=dana|הדס=hadas|הילה=hila|טלי=tali|יעל=yael|לאה=leah|מאיה=maya|מיכל=michal|מרים=miryam|נועה=noa|ענבל=inbal|ענת=anat|רבקה=rivka|רחל=rachel|רותם=rotem|שירה=shira|תמר=tamar',
  family:
    'כהן=cohen|לוי=levi|מזרחי=mizrahi|פרץ=peretz|ביטון=biton|דהן=dahan|אברהם=avraham|פרידמן=friedman|מלכה=malka|אזולאי=azoulay|כץ=katz|יוסף=yosef|דוידוב=davidov|עמר=amar|אוחיון=ohayon|חדד=hadad|גבאי=gabay|בן דוד=ben-david|אדרי=edri|לוין=levin|טל=tal|קליין=klein|חן=hen|שפירא=shapira|רוזנברג=rosenberg|גולדשטיין=goldstein|בר-לב=bar-lev',
  brands:
    'הגליל=hagalil|הכרמל=hacarmel|זית=zayit|הדקל=hadekel|כינרת=kineret|אלון=alon|רימון=rimon|השרון=hasharon|ים המלח=yam-hamelach|ברוש=brosh',
  small: 'מרפאת שיניים {b}>{b}-shinayim|מאפיית {b}>{b}-maafia|{b} הנהלת חשבונות>{b}-heshbonot',
  middle: '{b} הנדסה בע״מ>{b}-handasa|יקב {b}>{b}-yekev|{b} תוכנה בע״מ>{b}-tochna|מלון {b}>{b}-malon',
  large: 'בית חולים {b}>{b}-hospital-il|קבוצת {b} בע״מ>{b}-kvutza|מכללת {b}>{b}-michlala',
  titles: 'מנכ״ל|הנהלת חשבונות|קבלה|רכש|מכירות|משאבי אנוש|מערכות מידע|מחסן',
  streets: 'רחוב הרצל {n}|שדרות רוטשילד {n}|רחוב ז׳בוטינסקי {n}|דרך בגין {n}',
  places: 'IL;חיפה;;3100000;+972 4 555 ####|IL;תל אביב;;6100000;+972 3 555 ####|IL;באר שבע;;8400000;+972 8 555 ####',
});
