/** People's names by language: given names and family names, each with the ASCII form a username is made of. */
export interface NamePool {
  language: string
  /** Country calling code for phone numbers. */
  callingCode: string
  given: readonly (readonly [name: string, ascii: string])[]
  family: readonly (readonly [name: string, ascii: string])[]
}

function pool(language: string, callingCode: string, given: string, family: string): NamePool {
  return { language, callingCode, given: pairs(given), family: pairs(family) }
}

/** `Łukasz=lukasz` spells the ASCII form out; without one the name is already ASCII. */
function pairs(text: string): [string, string][] {
  return text.split(' ').map((word) => {
    const [name = '', ascii = name.toLowerCase()] = word.split('=')
    return [name.replaceAll('_', ' ').normalize('NFC'), ascii]
  })
}

export const namePools: readonly NamePool[] = [
  pool(
    'English',
    '1',
    'Olivia James Amelia Noah Grace Ethan Charlotte Liam Isla Henry Ava Samuel Evelyn Oscar Maya Theodore',
    "Smith Carter O'Neill=oneill Bennett Walker Hughes Fletcher Morgan Whitaker Sinclair Brooks Lawson Hayes Davies Thornton-Lee=thorntonlee Okafor",
  ),
  pool(
    'German',
    '49',
    'Jürgen=juergen Anja Björn=bjoern Käthe=kaethe Lukas Sabine Matthias Ulrike Günther=guenther Lena Jörg=joerg Heike',
    'Müller=mueller Groß=gross Schäfer=schaefer Weiß=weiss Krüger=krueger Vogel Böhm=boehm Hartmann Lüdtke=luedtke Zimmermann von_der_Heide=vonderheide Köhler=koehler',
  ),
  pool(
    'French',
    '33',
    'Élodie=elodie François=francois Chloé=chloe Benoît=benoit Amélie=amelie Rémi=remi Maëlle=maelle Gaëtan=gaetan Inès=ines Jérôme=jerome',
    "Lefèvre=lefevre Garnier D'Aubigné=daubigne Lemaître=lemaitre Pélissier=pelissier Roux Beaumont Chevalier Noël=noel Mercier",
  ),
  pool(
    'Spanish',
    '34',
    'María=maria José=jose Lucía=lucia Iñaki=inaki Begoña=begona Raúl=raul Sofía=sofia Andrés=andres Núria=nuria Martín=martin',
    'Muñoz=munoz García_López=garcialopez Ibáñez=ibanez Peña=pena Jiménez=jimenez Fernández=fernandez Castaño=castano Vázquez=vazquez Ordóñez=ordonez Rivas',
  ),
  pool(
    'Polish',
    '48',
    'Łukasz=lukasz Małgorzata=malgorzata Zbigniew Agnieszka Paweł=pawel Żaneta=zaneta Stanisław=stanislaw Kinga Michał=michal Ewa',
    'Wójcik=wojcik Dąbrowska=dabrowska Szczepański=szczepanski Kowalczyk Żurawski=zurawski Gołąb=golab Nowak Ślusarczyk=slusarczyk Jabłoński=jablonski Mazur',
  ),
  pool(
    'Turkish',
    '90',
    'İbrahim=ibrahim Ayşe=ayse Çağla=cagla Gökhan=gokhan Işıl=isil Müge=muge Oğuz=oguz Şebnem=sebnem Ünal=unal Emre',
    'Yılmaz=yilmaz Öztürk=ozturk Çelik=celik Şahin=sahin Güneş=gunes Kılıç=kilic Aydın=aydin Doğan=dogan Arslan Koç=koc',
  ),
  pool(
    'Vietnamese',
    '84',
    'Nguyệt=nguyet Đức=duc Hằng=hang Quân=quan Thảo=thao Việt=viet Ánh=anh Sơn=son',
    'Nguyễn=nguyen Trần=tran Lê=le Phạm=pham Hoàng=hoang Đặng=dang Bùi=bui Võ=vo',
  ),
  pool(
    'Ukrainian',
    '380',
    'Олена=olena Андрій=andrii Наталія=nataliia Тарас=taras Ірина=iryna Богдан=bohdan Соломія=solomiia Юрій=yurii',
    'Шевченко=shevchenko Коваленко=kovalenko Бондар=bondar Мельник=melnyk Ткачук=tkachuk Лисенко=lysenko Гончар=honchar Поліщук=polishchuk',
  ),
  pool(
    'Greek',
    '30',
    'Ελένη=eleni Γιώργος=giorgos Μαρία=maria Δημήτρης=dimitris Κατερίνα=katerina Νίκος=nikos',
    'Παπαδόπουλος=papadopoulos Οικονόμου=oikonomou Βλάχος=vlachos Αλεξίου=alexiou Καραγιάννης=karagiannis Μακρή=makri',
  ),
  pool(
    'Arabic',
    '971',
    'ليلى=layla أحمد=ahmad فاطمة=fatima يوسف=yousef نور=noor خالد=khalid مريم=maryam عمر=omar',
    'الحداد=alhaddad منصور=mansour النجار=alnajjar العلي=alali حسن=hassan الشامي=alshami قاسم=qasim بركات=barakat',
  ),
  pool(
    'Hebrew',
    '972',
    'נועה=noa איתי=itai תמר=tamar יונתן=yonatan מיכל=michal אורי=uri',
    'לוי=levi כהן=cohen מזרחי=mizrahi פרידמן=friedman אביטל=avital שפירא=shapira',
  ),
  pool(
    'Hindi',
    '91',
    'आरव=aarav प्रिया=priya रोहन=rohan अनन्या=ananya विक्रम=vikram काव्या=kavya अर्जुन=arjun मीरा=meera',
    'शर्मा=sharma वर्मा=verma गुप्ता=gupta पटेल=patel सिंह=singh अय्यर=iyer चौधरी=chaudhary त्रिपाठी=tripathi',
  ),
  pool(
    'Thai',
    '66',
    'สมชาย=somchai สุดา=suda กานดา=kanda วิชัย=wichai',
    'ศรีสุข=srisuk แก้วใส=kaewsai บุญมา=boonma ทองดี=thongdee',
  ),
  pool(
    'Chinese',
    '86',
    '伟=wei 秀英=xiuying 建国=jianguo 婷婷=tingting 晓明=xiaoming 静怡=jingyi 浩然=haoran 雪=xue',
    '王=wang 李=li 张=zhang 刘=liu 陈=chen 欧阳=ouyang 赵=zhao 周=zhou',
  ),
  pool(
    'Japanese',
    '81',
    '陽菜=haruna 翔太=shota 美咲=misaki 蓮=ren 結衣=yui 大輔=daisuke さくら=sakura 健一=kenichi',
    '佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 小林=kobayashi 長谷川=hasegawa 五十嵐=igarashi',
  ),
  pool(
    'Korean',
    '82',
    '지우=jiwoo 민준=minjun 서연=seoyeon 하준=hajun 수빈=subin 도윤=doyun',
    '김=kim 이=lee 박=park 최=choi 정=jung 남궁=namgung',
  ),
]
