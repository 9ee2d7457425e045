import { culture } from '../culture.ts';

export const hindi = culture({
  code: 'hi',
  weight: 28,
  men: 'अजय=ajay|अनिल=anil|अमित=amit|अर्जुन=arjun|आदित्य=aditya|कुणाल=kunal|गौरव=gaurav|दीपक=deepak|नितिन=nitin|पंकज=pankaj|प्रदीप=pradeep|मनोज=manoj|मोहन=mohan|राजेश=rajesh|राहुल=rahul|रोहित=rohit|विकास=vikas|विजय=vijay|विशाल=vishal|संजय=sanjay|सुनील=sunil|सुरेश=suresh|हरीश=harish',
  women:
    'अंजलि=anjali|अनीता=anita|अर्चना=archana|आरती=aarti|कविता=kavita|काजल=kajal|दिव्या=divya|दीपिका=deepika|नेहा=neha|पूजा=pooja|प्रिया=priya|मीना=meena|रश्मि=rashmi|रितु=ritu|लक्ष्मी=lakshmi|वंदना=vandana|शालिनी=shalini|शिल्पा=shilpa|संगीता=sangeeta|सरिता=sarita|सुनीता=sunita|स्नेहा=sneha|स्वाति=swati',
  family:
    'शर्मा=sharma|वर्मा=verma|गुप्ता=gupta|सिंह=singh|पटेल=patel|कुमार=kumar|मिश्रा=mishra|यादव=yadav|चौहान=chauhan|जोशी=joshi|अग्रवाल=agarwal|देशपांडे=deshpande|कुलकर्णी=kulkarni|नायर=nair|रेड्डी=reddy|अय्यर=iyer|मेहता=mehta|शाह=shah|चतुर्वेदी=chaturvedi|त्रिपाठी=tripathi|पांडेय=pandey|बनर्जी=banerjee|चटर्जी=chatterjee|मुखर्जी=mukherjee|भट्ट=bhatt|राठौड़=rathore|सक्सेना=saxena|श्रीवास्तव=srivastava|कपूर=kapoor|मल्होत्रा=malhotra|गिल=gill',
  brands:
    'गंगा=ganga|हिमालय=himalaya|कमल=kamal|सूर्या=surya|नवरंग=navrang|लोटस=lotus|मयूर=mayur|सरस्वती=saraswati|विंध्य=vindhya|प्रगति=pragati|आनंद=anand|केसर=kesar',
  small:
    '{b} डेंटल क्लिनिक>{b}-dentalcare|{b} मिष्ठान्न भंडार>{b}-sweets|{b} मेडिकल स्टोर>{b}-chemist|{b} एंड एसोसिएट्स>{b}-associates',
  middle:
    '{b} टेक्सटाइल्स प्रा. लि.>{b}-textiles|{b} ट्रांसपोर्ट>{b}-transport-in|{b} इन्फोटेक प्रा. लि.>{b}-infotech|{b} विद्यालय>{b}-vidyalaya|{b} कंस्ट्रक्शन>{b}-build',
  large: '{b} अस्पताल>{b}-aspatal|{b} उद्योग लिमिटेड>{b}-udyog|{b} विश्वविद्यालय>{b}-vishwa',
  titles: 'प्रबंध निदेशक|लेखा विभाग|स्वागत कक्ष|क्रय विभाग|बिक्री प्रबंधक|मानव संसाधन|आईटी विभाग|भंडार प्रभारी',
  streets: '{n}, महात्मा गांधी मार्ग|{n}, स्टेशन रोड|{n}, नेहरू नगर|{n}, सदर बाज़ार|{n}, लिंक रोड',
  places:
    'IN;पुणे;महाराष्ट्र;411001;+91 20 5550 ####|IN;जयपुर;राजस्थान;302001;+91 141 555 ####|IN;लखनऊ;उत्तर प्रदेश;226001;+91 522 555 ####|IN;इंदौर;मध्य प्रदेश;452001;+91 731 555 ####',
});

export const thai = culture({
  code: 'th',
  weight: 20,
  men: 'กิตติ=kitti|ชัยวัฒน์=chaiwat|ณัฐพล=nattapon|ธนากร=thanakorn|ธีรพงษ์=teerapong|นพดล=noppadol|ประเสริฐ=prasert|ปิยะ=piya|พงศกร=pongsakorn|ภาคภูมิ=pakpoom|วรวุฒิ=worawut|วิชัย=wichai|ศักดิ์ชัย=sakchai|สมชาย=somchai|สมศักดิ์=somsak|สุรชัย=surachai|อนุชา=anucha|อภิชาติ=apichat',
  women:
    'กนกวรรณ=kanokwan|จันทร์เพ็ญ=chanpen|จิราพร=jiraporn|ชลธิชา=chonticha|ดวงใจ=duangjai|นภาพร=napaporn|นันทนา=nantana|ปราณี=pranee|พรทิพย์=porntip|พิมพ์ชนก=pimchanok|มาลี=malee|รัตนา=rattana|วิไลวรรณ=wilaiwan|ศิริพร=siriporn|สุดารัตน์=sudarat|สุภาพร=supaporn|อรุณี=arunee|อัญชลี=anchalee',
  family:
    'ใจดี=jaidee|ทองดี=thongdee|แก้วมณี=kaewmanee|ศรีสุข=srisuk|บุญมี=boonmee|วงศ์ไทย=wongthai|สุวรรณ=suwan|รัตนพันธ์=rattanapan|จันทร์แก้ว=chankaew|พึ่งบุญ=phuengboon|อินทรวงศ์=intarawong|แสงทอง=saengthong|มั่นคง=mankong|เจริญสุข=charoensuk|พรหมมา=promma|ชูเกียรติ=chookiat|ศักดิ์สิทธิ์=saksit|ธนวัฒน์=thanawat|คำแสน=khamsaen|วัฒนกุล=wattanakul|สายทอง=saithong|ลิ้มเจริญ=limcharoen|ตั้งตระกูล=tangtrakul',
  brands:
    'เจ้าพระยา=chaopraya|ดอกบัว=dokbua|สยาม=siam|ช้างทอง=changthong|อันดามัน=andaman|มะลิ=mali|ล้านนา=lanna|รุ่งเรือง=rungrueang|ภูผา=phupha|ตะวัน=tawan',
  small: 'คลินิกทันตกรรม{b}>{b}-dental-th|ร้านยา{b}>{b}-ranya|สำนักงานบัญชี{b}>{b}-banchee',
  middle:
    'บริษัท {b} ขนส่ง จำกัด>{b}-khonsong|โรงแรม{b}>{b}-rongraem|บริษัท {b} ฟู้ด จำกัด>{b}-food-th|บริษัท {b} ก่อสร้าง จำกัด>{b}-korsang',
  large: 'โรงพยาบาล{b}>{b}-rongpayaban|บริษัท {b} อุตสาหกรรม จำกัด (มหาชน)>{b}-utsahakam',
  titles: 'กรรมการผู้จัดการ|ฝ่ายบัญชี|ประชาสัมพันธ์|ฝ่ายจัดซื้อ|ฝ่ายขาย|ฝ่ายบุคคล|ฝ่ายไอที|คลังสินค้า',
  streets: '{n} ถนนสุขุมวิท|{n} ถนนราชดำเนิน|{n}/5 ถนนเจริญกรุง|{n} ถนนนิมมานเหมินท์',
  places: 'TH;เชียงใหม่;;50000;+66 53 555 ###|TH;กรุงเทพฯ;;10110;+66 2 555 ####|TH;ขอนแก่น;;40000;+66 43 555 ###',
});

export const vietnamese = culture({
  code: 'vi',
  weight: 24,
  men: 'Văn An=an|Minh Đức=duc|Quang Dũng=dung|Hải=hai|Văn Hùng=hung|Gia Huy=huy|Đăng Khoa=khoa|Trung Kiên=kien|Hoàng Long=long|Đức Mạnh=manh|Hoàng Nam=nam|Minh Quân=quan|Anh Sơn=son|Văn Tài=tai|Quốc Thắng=thang|Đình Trọng=trong|Thanh Tùng=tung|Anh Tuấn=tuan|Quang Vinh=vinh',
  women:
    'Ngọc Ánh=anh|Bích Châu=chau|Thùy Dương=duong|Thu Hà=ha|Thị Hạnh=hanh|Thanh Hiền=hien|Thị Hoa=hoa|Thị Hương=huong|Mai Lan=lan|Thùy Linh=linh|Khánh Ly=ly|Tuyết Mai=mai|Kim Ngân=ngan|Bảo Ngọc=ngoc|Yến Nhi=nhi|Thị Oanh=oanh|Minh Phương=phuong|Diễm Quỳnh=quynh|Thị Thảo=thao|Anh Thư=thu|Thủy Tiên=tien|Thu Trang=trang|Cẩm Vân=van|Hải Yến=yen',
  family:
    'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Mai|Tô|Cao|Tạ|Châu|Lương|Quách|Thái|Tôn Thất|Vương|Đoàn|Kiều|Lưu',
  brands:
    'Sông Hồng|Hạ Long|Hoa Sen|Sao Mai|Bến Thành|Trường Sơn|Cửu Long|Phú Quý|Đại Nam|Ánh Dương|Tre Việt|Hoàng Gia',
  small: 'Nha khoa {b}>nhakhoa-{b}|Tiệm bánh {b}>banh-{b}|Nhà thuốc {b}>nhathuoc-{b}|Kế toán {b}>ketoan-{b}',
  middle:
    'Công ty TNHH {b} Logistics>{b}-logistics-vn|Công ty CP Xây dựng {b}>xaydung-{b}|Khách sạn {b}>khachsan-{b}|Công ty TNHH Dệt may {b}>detmay-{b}',
  large: 'Bệnh viện {b}>benhvien-{b}|Tập đoàn {b}>tapdoan-{b}|Đại học {b}>daihoc-{b}',
  titles: 'Giám đốc|Kế toán|Lễ tân|Thu mua|Kinh doanh|Nhân sự|Phòng CNTT|Thủ kho|Trưởng phòng',
  streets: '{n} Lê Lợi|{n} Nguyễn Huệ|{n} Trần Hưng Đạo|{n} Hai Bà Trưng|{n} Điện Biên Phủ',
  places:
    'VN;Đà Nẵng;;550000;+84 236 555 ####|VN;Hà Nội;;100000;+84 24 5555 ####|VN;Huế;;530000;+84 234 555 ####|VN;Cần Thơ;;900000;+84 292 555 ####',
});

/** People of many places who live abroad; they have no firms of their own here. */
export const abroad = culture({
  code: 'xx',
  weight: 0,
  twoNames: 0.04,
  men: 'Kwame|Kofi|Chinedu|Emeka|Tunde|Babajide|Sipho|Thabo|Tendai|Mamadou|Ousmane|Idrissa|Yohannes|Dawit|Jomo|Kamau|Arash|Reza|Ivica|Goran|Dragan|Luka|Mantas|Jānis|Jaan|Jón|Sigurður|Tane|Wiremu|Sione|Kalani|Jaswinder|Harpreet|Imran|Tariq|Kasun|Nuwan|Thuan|Rizal|Budi',
  women:
    'Adaeze|Chiamaka|Folasade|Ngozi|Yetunde|Nomvula|Thandiwe|Rudo|Aminata|Fatoumata|Selam|Hiwot|Wanjiru|Achieng|Shirin|Parisa|Nevena|Jelena|Vesna|Rasa|Ilze|Kristiina|Guðrún|Sigríður|Aroha|Ngaire|Mele|Leilani|Simran|Manpreet|Ayesha|Sadia|Dilani|Sanduni|Siti Nurhaliza|Dewi|Marisol|Analyn|Ximena|Itzel',
  family:
    "Okonkwo|Adeyemi|Nwosu|Balogun|Okafor|Mensah|Owusu|Boateng|Dlamini|Nkosi|Mokoena|Moyo|Chikwanha|Diallo|Traoré|N'Diaye|Keïta|Tesfaye|Bekele|Mwangi|Otieno|Hosseini|Ahmadi|Farahani|Kovačević|Jovanović|Horvat|Marić|Kazlauskas|Bērziņš|Tamm|Guðmundsson|Ólafsdóttir|Ngata|Tūhoe|Fonoti|Kealoha|Kahananui|Dhillon|Sandhu|Chaudhry|Siddiqui|Perera|Wickramasinghe|Jayawardena|bin Abdullah|Wijaya|Santoso|Dela Cruz|Macaraeg|Bautista|Quispe|Mamani",
  brands: 'Atlas',
  small: '{b}>{b}',
  middle: '{b}>{b}',
  large: '{b}>{b}',
  titles: 'Associate|Engineer|Analyst|Technician|Coordinator',
  streets: '{n} Main Street',
  places: 'US;Portland;OR;97205;(503) 555-01##',
});
