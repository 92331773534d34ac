import Facts

/// The function words and letters by which ``LanguageGuess`` tells languages apart.
///
/// A word stands in one of three classes by how often it comes in running text: about 1 in 50, 1 in 250, 1 in 1,000.
/// Points are logarithms of that, so that the sum over a text is what naive Bayes would say.
enum LanguageTables {
  struct Table: Sendable {
    let code: LanguageCode
    let common: StaticString
    let frequent: StaticString
    let plain: StaticString
    let letters: StaticString
  }

  /// The number of a word in ``points``, by its hash in small letters.
  static let words = HashedWords(
    Dictionary(uniqueKeysWithValues: wordPoints.enumerated().map { ($1.key, UInt16($0)) }))
  /// Points for each table, by the number of a word.
  static let points: [SIMD32<UInt8>] = wordPoints.map(\.value)

  private static let wordPoints: [(key: UInt64, value: SIMD32<UInt8>)] = {
    var found: [UInt64: SIMD32<UInt8>] = [:]
    found.reserveCapacity(2048)
    for (index, table) in all.enumerated() {
      for (list, points) in [(table.common, UInt8(8)), (table.frequent, 6), (table.plain, 5)] {
        list.withUTF8Buffer { bytes in
          for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let hash = WordHash.of(word)
            var entry = found[hash] ?? SIMD32(repeating: 0)
            entry[index] = max(entry[index], points)
            found[hash] = entry
          }
        }
      }
    }
    return found.map { ($0, $1) }
  }()

  /// Points for each table, by the two bytes of an accented letter.
  static let letters: HashedWords<SIMD32<UInt8>> = {
    var found: [UInt64: SIMD32<UInt8>] = [:]
    for (index, table) in all.enumerated() {
      table.letters.withUTF8Buffer { bytes in
        for at in stride(from: 0, to: bytes.count - 1, by: 2) {
          let key = WordHash.of(bytes[at...at + 1])
          found[key, default: SIMD32(repeating: 0)][index] = 2
        }
      }
    }
    return HashedWords(found)
  }()

  /// The six first, then the neighbours that they are mistaken for.
  static let all: [Table] = [
    Table(
      code: .german, common: "der die und in den das von zu mit",
      frequent:
        "ist im des auf für dem ein eine nicht sich auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war",
      plain:
        "haben nur oder aber vor zur bis mehr durch man sein wurde sei prozent hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine seiner worden will zwischen immer alle ab jetzt neue neuen mehr uhr was einmal damit beim seit ihr ihren ins sowie laut rund etwa kommt doch jedoch denn ob weil während deren dessen",
      letters: "äöüß"),
    Table(
      code: .english, common: "the of and to in a is that for",
      frequent:
        "on it with as was at by be from are has its will an this have which said or but not were they their more been would he",
      plain:
        "s t also had about than new up one can who after first over his year all two other out into when could there if we you i what so some no most may last only time now she her them just our your how where while between under before through during many each both against until since any these those being do does did per like make says should because then very such back next",
      letters: ""),
    Table(
      code: .french, common: "de la le et les des l d en à",
      frequent:
        "un une du dans est que qui pour il par sur au pas plus ne a avec ce se son qu s n aux ou été ont cette sont mais",
      plain:
        "sa leur nous ses même elle être fait comme ces tout ans deux on sans entre y si je après vous dont aussi où bien encore lui très était peut ils avait déjà depuis sous premier selon lors ainsi toutes tous contre donc chez avant notre autres nouveau nouvelle année mois prix alors jusqu aujourd hui celle celui c j faire leurs",
      letters: "éèàêçùôîûœâëï"),
    Table(
      code: .italian, common: "di e il la che in a l un del",
      frequent:
        "per è con non una i della le da si al dei nel sono alla più gli ha lo delle anche d come ma ed o dal su nella",
      plain:
        "se ad dalla sul anni questo era stato dell nell all sull dall degli suo sua hanno essere prima due quello questa alle già dopo così tra fra ai agli cui mila anno sarà nuovo nuova molto fino ancora tutto quando dove stata loro solo può ci c chi mi io lui lei ne sia poi negli nelle sulla presso secondo verso quindi però oltre mentre",
      letters: "èòùàìé"),
    Table(
      code: .spanish, common: "de la que el en y a los se",
      frequent: "del las un por con una su para es no lo al como más o ha sus pero este entre",
      plain:
        "le ya sí porque esta cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso había ante ellos e esto mí antes algunos qué unos yo otro otras otra él son está ser fue han años dos año según así puede tiene era después además mientras será aunque solo nuevo nueva tras bajo hacia millones estos estas cada sido parte",
      letters: "ñáéíóúü"),
    Table(code: .chinese, common: "", frequent: "", plain: "", letters: ""),
    Table(
      code: .other, common: "de van het een en in is",  // Dutch
      frequent:
        "dat op te zijn met voor die niet aan er om ook als dan maar bij nog uit door over naar worden wordt heeft hij ze was werd",
      plain:
        "of je ik deze hebben meer jaar kan tot geen hun wat al we moet onder zich veel dit tegen zo zou na twee tussen wel mensen worden werden eerste nieuwe haar waar toen volgens sinds omdat miljoen onze gaat nu hoe daar mij zal zoals tijdens alle elektrische",
      letters: "ëï"),
    Table(
      code: .other, common: "de a o e que do da em",  // Portuguese
      frequent:
        "um para é com não uma os no se na por mais as dos como mas foi ao das à seu sua ou ser quando muito nos",
      plain:
        "já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles são você tem foram essa num nem suas meu às minha numa pelos elas havia seja qual será nós tenho lhe pelas este dele tu há ainda anos ano dois novo nova segundo sobre após pode onde todos cada milhões",
      letters: "ãõçáéíóúâêôà"),
    Table(
      code: .other, common: "de la i el que a en l d",  // Catalan
      frequent: "un una per les els amb del és no al va dels es s més n com ha pel",
      plain:
        "són aquest aquesta també seu seva però o sense fins si ho ja entre han molt quan què hi li tot són són tots anys dos segons després abans això cada on nou nova durant des qui era ser perquè ens seves seus als cotxe cotxes vehicles any milions aquests aquestes mentre només",
      letters: "çàèéíïòóúü"),
    Table(
      code: .other, common: "de e a o que do da en",  // Galician
      frequent:
        "un unha para é con non os no se na por máis as dos como pero foi ao das á seu súa ou ser cando moi nos",
      plain:
        "xa está tamén só pola polo ata isto entre era despois sen mesmo aos ter seus son teñen foron hai aínda anos ano dous novo nova segundo sobre pode onde todos cada millóns esta este",
      letters: "ñáéíóú"),
    Table(
      code: .other, common: "och i att det som en på är av för",  // Swedish
      frequent:
        "med den till de har inte ett om vi jag men var sig från så kan man när år under också efter eller nu sin där vid mot ska",
      plain:
        "skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går denna detta nya elbilar bilar kronor procent enligt första inom mellan utan blev har hos",
      letters: "åäö"),
    Table(
      code: .other, common: "og i at det er en til af på for",  // Danish
      frequent:
        "de den med der som har ikke et om fra var vi kan så men sig han jeg skal efter også eller nu være ved",
      plain:
        "blev bliver år mere over ud hvor når havde alle andre op man deres mange meget end da mod under nye to vil hvad kun uden mellem ifølge første før bil biler kroner procent kommer siden hos end",
      letters: "æøå"),
    Table(
      code: .other, common: "og i å det er en til av på for",  // Norwegian
      frequent:
        "de den med som har ikke et om fra var vi kan så men seg han jeg skal etter også eller nå være ved",
      plain:
        "ble blir år mer over ut hvor når hadde alle andre opp man deres mange mye enn da mot under nye to vil hva bare uten mellom ifølge første før bil biler elbiler kroner prosent kommer siden hos",
      letters: "æøå"),
    Table(
      code: .other, common: "ja on ei että",  // Finnish
      frequent: "ovat oli se hän mutta myös kun kuin ole sen joka tai jos mukaan vuonna noin",
      plain:
        "ne niin nyt vain vielä jo sitten mitä tämä hänen olla ollut kanssa sekä enemmän voi jälkeen jotka kaikki euroa vuoden autoja sähköautojen uuden ensi prosenttia asti jopa koska minä tässä siitä",
      letters: "äö"),
    Table(
      code: .other, common: "w i na z do się nie o",  // Polish
      frequent: "że jest to a od po za przez dla jak oraz ale co są był roku w ze także już",
      plain:
        "tym który które która tego może będzie ma tylko pod przed przy lub jego ich być jako została jednak był było były ponad między tej jeszcze nowy gdy bardzo samochodów tys mln we jej też można",
      letters: "ąęłńśźżćó"),
    Table(
      code: .other, common: "a v na se je s",  // Czech and Slovak
      frequent: "že z do o ve pro to za by i po jako ale si k od jsou byl bude však so sa vo aj pre",
      plain:
        "který která které podle také už jen být před mezi roku při jeho jejich není nebo až ze aby má kde jak ktorý ktorá ktoré podľa tiež bol boli sú nie alebo ako čo korun miliónov milionů automobilů vozů",
      letters: "čďěřšžťůýáíéúňľ"),
    Table(
      code: .other, common: "i u je na da se",  // Croatian, Bosnian, Serbian in Latin letters
      frequent: "za od su a s o koji će iz što kao do bi ali nije sa ne",
      plain:
        "koja koje to biti godine prema samo više može već nakon između bio bila bilo kako ili te sve također još jedan prije ovaj ova ovo godina milijuna miliona automobila vozila tako",
      letters: "čćšžđ"),
    Table(
      code: .other, common: "de în și a la cu că",  // Romanian
      frequent: "din pe un o pentru care este nu mai sau se au fi al ale prin sunt a fost dar după ca",
      plain:
        "lui către între până această acest anul ani fără ce unei unui cel cea fie lor său sa când foarte doar astfel sub peste mașini milioane potrivit noul noua poate va vor să și",
      letters: "ăâîșțşţ"),
    Table(
      code: .other, common: "a az és hogy",  // Hungarian
      frequent: "nem egy is meg csak már még de ez volt azt ki el mint ha lesz vagy több",
      plain:
        "amely után szerint lehet kell azonban pedig között majd ezt mert aki ami így minden új két millió évben év autó autók most ezek alatt olyan nagyon sem fel be csak akár",
      letters: "áéíóöőúüű"),
    Table(
      code: .other, common: "ve bir bu da de",  // Turkish
      frequent: "için ile çok olarak en daha olan ne gibi sonra kadar var ise ancak",
      plain:
        "her göre yeni yüzde ya yıl milyon ki olduğu iki ilk değil kendi üzerinde tarafından arasında önce şu olacak oldu o mi hem bin bunun içinde büyük elektrikli",
      letters: "çğıöşü"),
    Table(
      code: .other, common: "yang dan di ini dengan untuk",  // Indonesian and Malay
      frequent: "dari pada tidak itu akan dalam juga ke oleh adalah telah sebagai lebih ada",
      plain:
        "bisa karena saya mereka tahun kami kita dapat atau sudah mobil listrik seperti hanya baru para masih saat bagi satu dua tersebut menjadi hingga antara juta ribu persen kepada ia boleh",
      letters: ""),
    Table(
      code: .other, common: "ja on ei et",  // Estonian
      frequent: "oli ka kui see ning aga mis kes siis oma ta või nii sest",
      plain: "ole eesti aasta aastal pärast kuid selle seda olid nad välja juba veel üle kuni välja eurot",
      letters: "äõöü"),
  ]
}
