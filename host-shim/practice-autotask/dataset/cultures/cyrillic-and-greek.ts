import { culture } from '../culture.ts';

export const greek = culture({
  code: 'el',
  weight: 22,
  men: 'Αλέξανδρος=alexandros|Αντώνης=antonis|Βασίλης=vasilis|Γιάννης=giannis|Γιώργος=giorgos|Δημήτρης=dimitris|Ευάγγελος=evangelos|Θανάσης=thanasis|Θεόδωρος=theodoros|Ιάσονας=iasonas|Κώστας=kostas|Κυριάκος=kyriakos|Λευτέρης=lefteris|Μανώλης=manolis|Μιχάλης=michalis|Νίκος=nikos|Παναγιώτης=panagiotis|Πέτρος=petros|Σπύρος=spyros|Στέλιος=stelios|Χρήστος=christos',
  women:
    'Αγγελική=angeliki|Αθηνά=athina|Αικατερίνη=aikaterini|Άννα=anna|Βασιλική=vasiliki|Γεωργία=georgia|Δέσποινα=despoina|Ειρήνη=eirini|Ελένη=eleni|Ευαγγελία=evangelia|Ζωή=zoi|Ιωάννα=ioanna|Κωνσταντίνα=konstantina|Μαρία=maria|Νεφέλη=nefeli|Ουρανία=ourania|Παρασκευή=paraskevi|Σοφία=sofia|Στυλιανή=styliani|Χριστίνα=christina',
  family:
    'Παπαδόπουλος=papadopoulos|Αγγελόπουλος=angelopoulos|Βλάχος=vlachos|Γεωργίου=georgiou|Δημητρίου=dimitriou|Ιωαννίδης=ioannidis|Καραγιάννης=karagiannis|Κωνσταντίνου=konstantinou|Λαμπρόπουλος=lampropoulos|Μακρής=makris|Νικολάου=nikolaou|Οικονόμου=oikonomou|Παππάς=pappas|Παπαγεωργίου=papageorgiou|Σαμαράς=samaras|Σταματίου=stamatiou|Τσιτσάνης=tsitsanis|Φωτίου=fotiou|Χατζής=chatzis|Χριστοδούλου=christodoulou|Ζαχαρίας=zacharias|Μαυρίδης=mavridis|Αναγνώστου=anagnostou',
  familyOfWomen:
    'Παπαδοπούλου=papadopoulou|Αγγελοπούλου=angelopoulou|Βλάχου=vlachou|Γεωργίου=georgiou|Δημητρίου=dimitriou|Ιωαννίδου=ioannidou|Καραγιάννη=karagianni|Κωνσταντίνου=konstantinou|Λαμπροπούλου=lampropoulou|Μακρή=makri|Νικολάου=nikolaou|Οικονόμου=oikonomou|Παππά=pappa|Παπαγεωργίου=papageorgiou|Σαμαρά=samara|Σταματίου=stamatiou|Τσιτσάνη=tsitsani|Φωτίου=fotiou|Χατζή=chatzi|Χριστοδούλου=christodoulou|Ζαχαρία=zacharia|Μαυρίδου=mavridou|Αναγνώστου=anagnostou',
  brands:
    'Αιγαίο=aigaio|Όλυμπος=olympos|Ακρόπολις=akropolis|Δελφοί=delfoi|Ιόνιο=ionio|Ελιά=elia|Μεσόγειος=mesogeios|Κύκλαδες=kyklades|Λευκός Πύργος=lefkos-pyrgos|Πήγασος=pigasos|Ήλιος=ilios|Ροδόπη=rodopi',
  small:
    'Οδοντιατρείο {b}>odontiatreio-{b}|Φούρνος {b}>fournos-{b}|Φαρμακείο {b}>farmakeio-{b}|{b} Λογιστική>{b}-logistiki',
  middle:
    'Ξενοδοχείο {b} Α.Ε.>xenodocheio-{b}|{b} Ναυτιλιακή>{b}-shipping|Ελαιουργείο {b} Ε.Π.Ε.>elaio-{b}|{b} Κατασκευές Α.Ε.>{b}-kataskeves',
  large: 'Νοσοκομείο {b}>nosokomeio-{b}|Όμιλος {b} Α.Ε.>omilos-{b}|Δήμος {b}>dimos-{b}',
  titles: 'Διευθυντής|Λογιστήριο|Γραμματεία|Προμήθειες|Πωλήσεις|Μηχανογράφηση|Αποθήκη',
  streets: 'Ερμού {n}|Λεωφ. Συγγρού {n}|Τσιμισκή {n}|Πλατεία Συντάγματος {n}|Κορίνθου {n}',
  places:
    'GR;Θεσσαλονίκη;;546 24;+30 2310 555 ###|GR;Πάτρα;;262 21;+30 2610 555 ###|GR;Ηράκλειο;Κρήτη;712 02;+30 2810 555 ###|CY;Λεμεσός;;3036;+357 25 555 ###',
});

export const ukrainian = culture({
  code: 'uk',
  weight: 24,
  men: 'Андрій=andrii|Богдан=bohdan|Василь=vasyl|Віктор=viktor|Володимир=volodymyr|Дмитро=dmytro|Євген=yevhen|Іван=ivan|Ігор=ihor|Кирило=kyrylo|Максим=maksym|Микола=mykola|Михайло=mykhailo|Назар=nazar|Олег=oleh|Олександр=oleksandr|Остап=ostap|Павло=pavlo|Петро=petro|Роман=roman|Сергій=serhii|Тарас=taras|Юрій=yurii|Ярослав=yaroslav',
  women:
    'Алла=alla|Анастасія=anastasiia|Валентина=valentyna|Вікторія=viktoriia|Галина=halyna|Дарина=daryna|Ірина=iryna|Катерина=kateryna|Лариса=larysa|Леся=lesia|Любов=liubov|Людмила=liudmyla|Марія=mariia|Надія=nadiia|Наталія=nataliia|Оксана=oksana|Олена=olena|Ольга=olha|Світлана=svitlana|Соломія=solomiia|Тетяна=tetiana|Юлія=yuliia|Яна=yana',
  family:
    'Шевченко=shevchenko|Бондаренко=bondarenko|Коваленко=kovalenko|Ткаченко=tkachenko|Кравченко=kravchenko|Олійник=oliinyk|Шевчук=shevchuk|Коваль=koval|Поліщук=polishchuk|Бондар=bondar|Мельник=melnyk|Лисенко=lysenko|Мороз=moroz|Марченко=marchenko|Савченко=savchenko|Руденко=rudenko|Петренко=petrenko|Клименко=klymenko|Павленко=pavlenko|Кравчук=kravchuk|Кузьменко=kuzmenko|Пономаренко=ponomarenko|Василенко=vasylenko|Гончар=honchar|Романюк=romaniuk|Захарчук=zakharchuk|Костюк=kostiuk|Мартинюк=martyniuk|Гнатюк=hnatiuk|Дзюба=dziuba|Стельмах=stelmakh',
  brands:
    'Дніпро=dnipro|Карпати=karpaty|Калина=kalyna|Світанок=svitanok|Поділля=podillia|Чумацький Шлях=chumatskyi-shliakh|Лісова пісня=lisova-pisnia|Хортиця=khortytsia|Соняшник=soniashnyk|Галичина=halychyna|Барвінок=barvinok|Явір=yavir',
  small: 'Стоматологія «{b}»>dent-{b}|Пекарня «{b}»>pekarnia-{b}|Аптека «{b}»>apteka{b}|Бюро «{b}»>biuro-{b}',
  middle:
    'ТОВ «{b} Логістик»>{b}-lohistyk|ТОВ «{b} Буд»>{b}-bud|Агрофірма «{b}»>ahro-{b}|Готель «{b}»>hotel{b}|Друкарня «{b}»>druk-{b}',
  large: 'Лікарня «{b}»>likarnia-{b}|АТ «{b} Енерго»>{b}-enerho|Завод «{b}»>zavod-{b}',
  titles: 'Директор|Бухгалтерія|Приймальня|Закупівлі|Відділ продажу|Кадри|Системний адміністратор|Склад',
  streets: 'вул. Шевченка, {n}|вул. Лесі Українки, {n}|просп. Свободи, {n}|вул. Садова, {n}|пл. Ринок, {n}',
  places:
    'UA;Львів;;79000;+380 32 255 5###|UA;Одеса;;65000;+380 48 255 5###|UA;Вінниця;;21000;+380 432 55 5###|UA;Київ;;01001;+380 44 255 5###',
});

export const bulgarian = culture({
  code: 'bg',
  weight: 12,
  men: 'Александър=aleksandar|Борис=boris|Васил=vasil|Георги=georgi|Димитър=dimitar|Емил=emil|Иван=ivan|Калоян=kaloyan|Красимир=krasimir|Любомир=lyubomir|Мартин=martin|Николай=nikolay|Пламен=plamen|Петър=petar|Росен=rosen|Стоян=stoyan|Тодор=todor|Христо=hristo|Цветан=tsvetan',
  women:
    'Анелия=aneliya|Боряна=boryana|Виолета=violeta|Гергана=gergana|Десислава=desislava|Елена=elena|Ивелина=ivelina|Йоана=yoana|Калина=kalina|Маргарита=margarita|Милена=milena|Надежда=nadezhda|Петя=petya|Ралица=ralitsa|Росица=rositsa|Снежана=snezhana|Теодора=teodora|Яна=yana',
  family:
    'Иванов=ivanov|Георгиев=georgiev|Димитров=dimitrov|Петров=petrov|Николов=nikolov|Христов=hristov|Стоянов=stoyanov|Тодоров=todorov|Илиев=iliev|Василев=vasilev|Атанасов=atanasov|Ангелов=angelov|Колев=kolev|Йорданов=yordanov|Маринов=marinov|Костов=kostov|Попов=popov|Кръстев=krastev|Живков=zhivkov',
  familyOfWomen:
    'Иванова=ivanova|Георгиева=georgieva|Димитрова=dimitrova|Петрова=petrova|Николова=nikolova|Христова=hristova|Стоянова=stoyanova|Тодорова=todorova|Илиева=ilieva|Василева=vasileva|Атанасова=atanasova|Ангелова=angelova|Колева=koleva|Йорданова=yordanova|Маринова=marinova|Костова=kostova|Попова=popova|Кръстева=krasteva|Живкова=zhivkova',
  brands:
    'Родопи=rodopi|Балкан=balkan|Тракия=trakia|Роза=roza|Пирин=pirin|Марица=maritsa|Витоша=vitosha|Калиакра=kaliakra|Слънце=slantse|Орфей=orfey',
  small: 'Дентална клиника „{b}“>dental{b}|Хлебарница „{b}“>hlebarnitsa-{b}|Счетоводство „{b}“>smetki-{b}',
  middle: '„{b} Транс“ ООД>{b}-trans-bg|„{b} Строй“ ЕООД>{b}-stroy|Винарна „{b}“>vinarna-{b}|Хотел „{b}“>{b}-hotel-bg',
  large: 'Болница „{b}“>bolnitsa-{b}|„{b} Холдинг“ АД>{b}-holding-bg',
  titles: 'Управител|Счетоводство|Рецепция|Доставки|Продажби|Личен състав|ИТ отдел|Склад',
  streets: 'ул. „Иван Вазов“ {n}|бул. „Витоша“ {n}|ул. „Раковски“ {n}|бул. „България“ {n}',
  places: 'BG;Пловдив;;4000;+359 32 555 ###|BG;Варна;;9000;+359 52 555 ###|BG;София;;1000;+359 2 555 ####',
});
