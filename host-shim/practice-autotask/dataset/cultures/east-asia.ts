import { culture } from '../culture.ts';

export const chinese = culture({
  code: 'zh',
  weight: 34,
  men: '伟=wei|强=qiang|磊=lei|军=jun|勇=yong|建国=jianguo|志明=zhiming|浩然=haoran|子轩=zixuan|宇航=yuhang|俊杰=junjie|明辉=minghui|文博=wenbo|天佑=tianyou|国栋=guodong|家豪=jiahao|振华=zhenhua|思远=siyuan|永康=yongkang|立新=lixin|博文=bowen|晓东=xiaodong|海涛=haitao',
  women:
    '芳=fang|娜=na|秀英=xiuying|丽=li|静=jing|桂兰=guilan|雪梅=xuemei|雨桐=yutong|梓涵=zihan|欣怡=xinyi|诗涵=shihan|婷婷=tingting|美玲=meiling|淑芬=shufen|佳慧=jiahui|晓燕=xiaoyan|雅婷=yating|慧敏=huimin|若曦=ruoxi|玉兰=yulan|春花=chunhua|思琪=siqi|怡君=yijun',
  family:
    '王=wang|李=li|张=zhang|刘=liu|陈=chen|杨=yang|黄=huang|赵=zhao|吴=wu|周=zhou|徐=xu|孙=sun|马=ma|朱=zhu|胡=hu|郭=guo|何=he|高=gao|林=lin|罗=luo|郑=zheng|梁=liang|谢=xie|宋=song|唐=tang|许=hsu|韩=han|冯=feng|邓=deng|曹=cao|彭=peng|曾=zeng|萧=xiao|田=tian|董=dong|潘=pan|袁=yuan|蔡=cai|欧阳=ouyang|司徒=szeto|诸葛=zhuge',
  brands:
    '东方=dongfang|华兴=huaxing|金龙=jinlong|长江=changjiang|青云=qingyun|泰和=taihe|海蓝=hailan|明珠=mingzhu|瑞丰=ruifeng|天成=tiancheng|南山=nanshan|晨光=chenguang|永昌=yongchang|福安=fuan|宝岛=baodao|星河=xinghe',
  small:
    '{b}牙科诊所>{b}-yake|{b}会计事务所>{b}-kuaiji|{b}茶行>{b}-chahang|{b}药房>{b}-yaofang|{b}设计工作室>{b}-sheji',
  middle:
    '{b}贸易有限公司>{b}-maoyi|{b}科技有限公司>{b}-keji|{b}物流有限公司>{b}-wuliu|{b}食品有限公司>{b}-shipin|{b}律师事务所>{b}-lvshi',
  large: '{b}医院>{b}-yiyuan|{b}集团股份有限公司>{b}-jituan|{b}电子制造有限公司>{b}-dianzi',
  titles: '总经理|会计|前台|采购|销售经理|人力资源|信息技术部|仓库主管|项目经理',
  streets: '中山路{n}号|人民路{n}号|南京西路{n}号|建国北路{n}号|文化街{n}号',
  places:
    'CN;杭州;浙江;310000;+86 571 5555 ####|CN;苏州;江苏;215000;+86 512 5555 ####|TW;台中;;400;+886 4 5555 ####|SG;Singapore;;048616;+65 6555 ####|HK;香港;;;+852 5555 ####',
});

export const japanese = culture({
  code: 'ja',
  weight: 34,
  men: '大輔=daisuke|健太=kenta|翔太=shota|拓海=takumi|直樹=naoki|誠=makoto|浩二=koji|隆=takashi|和也=kazuya|雄一=yuichi|達也=tatsuya|亮=ryo|剛=tsuyoshi|修=osamu|悠斗=yuto|蓮=ren|大翔=hiroto|陽翔=haruto|智之=tomoyuki|秀樹=hideki|徹=toru|慎一=shinichi|ヒロシ=hiroshi',
  women:
    '陽子=yoko|美咲=misaki|さくら=sakura|結衣=yui|恵子=keiko|由美=yumi|直美=naomi|明美=akemi|麻衣=mai|愛=ai|葵=aoi|凛=rin|美穂=miho|真由美=mayumi|智子=tomoko|裕子=yuko|久美子=kumiko|千尋=chihiro|彩香=ayaka|七海=nanami|典子=noriko|ユキ=yuki',
  family:
    '佐藤=sato|鈴木=suzuki|高橋=takahashi|田中=tanaka|伊藤=ito|渡辺=watanabe|山本=yamamoto|中村=nakamura|小林=kobayashi|加藤=kato|吉田=yoshida|山田=yamada|佐々木=sasaki|山口=yamaguchi|松本=matsumoto|井上=inoue|木村=kimura|林=hayashi|斎藤=saito|清水=shimizu|山崎=yamazaki|森=mori|池田=ikeda|橋本=hashimoto|阿部=abe|石川=ishikawa|前田=maeda|藤田=fujita|後藤=goto|岡田=okada|長谷川=hasegawa|村上=murakami|近藤=kondo|石井=ishii|坂本=sakamoto|遠藤=endo|青木=aoki|藤井=fujii|西村=nishimura|福田=fukuda|太田=ota|三浦=miura|五十嵐=igarashi',
  brands:
    '青空=aozora|富士見=fujimi|さくら=sakura|桜井=sakurai|東海=tokai|北斗=hokuto|三和=sanwa|みどり=midori|大和=yamato|朝日=asahi|瀬戸内=setouchi|白樺=shirakaba|若葉=wakaba|雲雀=hibari|千鳥=chidori|松風=matsukaze',
  small:
    '{b}歯科クリニック>{b}-shika|{b}会計事務所>{b}-kaikei|{b}ベーカリー>{b}-bakery-jp|{b}薬局>{b}-yakkyoku|{b}建築設計事務所>{b}-kenchiku',
  middle:
    '株式会社{b}商事>{b}-shoji|{b}運輸株式会社>{b}-unyu|有限会社{b}製作所>{b}-seisakusho|{b}食品株式会社>{b}-shokuhin|旅館{b}>ryokan-{b}',
  large: '{b}総合病院>{b}-byoin|{b}重工業株式会社>{b}-jukogyo|学校法人{b}学園>{b}-gakuen',
  titles: '代表取締役|経理部|受付|購買部|営業部長|総務部|情報システム部|倉庫|人事部|店長',
  streets: '本町{n}丁目|中央{n}-3-7|栄町{n}番地|駅前通り{n}|緑ヶ丘{n}-12',
  places:
    'JP;横浜市;神奈川県;220-0011;+81 45 555 ####|JP;京都市;京都府;600-8216;+81 75 555 ####|JP;札幌市;北海道;060-0001;+81 11 555 ####|JP;福岡市;福岡県;810-0001;+81 92 555 ####',
});

export const korean = culture({
  code: 'ko',
  weight: 22,
  men: '민준=minjun|서준=seojun|도윤=doyun|예준=yejun|지훈=jihoon|현우=hyunwoo|준호=junho|성민=sungmin|동현=donghyun|재석=jaeseok|영수=youngsoo|상철=sangchul|승우=seungwoo|태윤=taeyoon|진우=jinwoo|병호=byungho|기태=kitae|정훈=junghoon|용준=yongjun',
  women:
    '서연=seoyeon|지우=jiwoo|민서=minseo|하은=haeun|수빈=subin|지민=jimin|유진=yujin|은지=eunji|혜진=hyejin|미경=mikyung|영희=younghee|순자=soonja|보람=boram|소영=soyoung|다은=daeun|가영=gayoung|나래=narae|선영=sunyoung|현정=hyunjung',
  family:
    '김=kim|이=lee|박=park|최=choi|정=jung|강=kang|조=cho|윤=yoon|장=jang|임=lim|한=han|오=oh|서=seo|신=shin|권=kwon|황=hwang|안=ahn|송=song|류=ryu|홍=hong|전=jeon|고=ko|문=moon|손=son|양=yang|배=bae|백=baek|허=heo|남궁=namgung|선우=sunwoo|노=noh',
  brands:
    '한빛=hanbit|새벽=saebyeok|다온=daon|푸른=pureun|누리=nuri|한강=hangang|백두=baekdu|미래=mirae|가온=gaon|동백=dongbaek|은하=eunha|서울=seoul',
  small: '{b}치과의원>{b}-chikwa|{b}베이커리>{b}-bakery-kr|{b}세무회계>{b}-semu|{b}약국>{b}-yakguk',
  middle:
    '주식회사 {b}물류>{b}-mulryu|(주){b}테크>{b}-tech|{b}건설>{b}-geonseol|{b}식품(주)>{b}-sikpum|법무법인 {b}>{b}-bubmu',
  large: '{b}병원>{b}-byungwon|{b}전자(주)>{b}-jeonja|{b}대학교>{b}-daehak',
  titles: '대표이사|회계팀|안내데스크|구매팀|영업부장|인사팀|전산실|물류창고|과장|대리',
  streets: '중앙로 {n}|테헤란로 {n}|해운대로 {n}|세종대로 {n}길|강변로 {n}',
  places:
    'KR;부산;;48058;+82 51 555 ####|KR;대전;;34126;+82 42 555 ####|KR;서울;;06236;+82 2 5550 ####|KR;인천;;21999;+82 32 555 ####',
});
