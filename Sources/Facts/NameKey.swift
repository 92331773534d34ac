/// A name as names are compared: without case, accents, spaces and punctuation, `+` read as `plus`.
///
/// `Mercedes-Benz` and `MERCEDES BENZ` give `mercedesbenz`, `Škoda` gives `skoda`, `秦PLUS` gives `秦plus`. Method:
/// Unicode's compatibility decomposition and case folding, from a table for Latin letters and for full-width forms.
public func nameKey(_ name: String) -> String {
  var key = ""
  key.reserveCapacity(name.utf8.count)
  for scalar in name.unicodeScalars {
    if scalar == "+" || scalar == "＋" {
      key += "plus"
    } else {
      LetterFolding.append(scalar, to: &key)
    }
  }
  return key
}

/// Letters and digits without case and accents.
package enum LetterFolding {
  /// Appends what is left of a letter or digit; marks, spaces and punctuation leave nothing.
  package static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: text.unicodeScalars.append(scalar)
    case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0x80: return
    // The full-width forms of ASCII stand in its order.
    case 0xFF01...0xFF5E: append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &text)
    default:
      if let plain = table[scalar] {
        text += plain
      } else if isLetterOrDigit(scalar) {
        text += scalar.properties.lowercaseMapping
      }
    }
  }

  /// Whether a character belongs to a word: letters, digits and numerals, no marks.
  package static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    // ™ and ℃ are symbols that stand for letters.
    default: table[scalar] != nil
    }
  }

  /// What characters of Latin script become, by what they become.
  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      for scalar in parts[1].unicodeScalars { table[scalar] = String(parts[0]) }
    }
    return table
  }()

  private static let lines = """
    0 ⁰₀
    1 ¹₁
    12 ½
    14 ¼
    2 ²₂
    3 ³₃
    34 ¾
    4 ⁴₄
    5 ⁵₅
    6 ⁶₆
    7 ⁷₇
    8 ⁸₈
    9 ⁹₉
    a ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặₐ
    ac ℀
    as ℁
    b ḂḃḄḅḆḇℬ
    c ÇçĆćĈĉĊċČčḈḉℂ℃ℭ
    co ℅
    cu ℆
    d ĎďḊḋḌḍḎḏḐḑḒḓⅅⅆ
    dz ǄǅǆǱǲǳ
    e ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệₑℯℰⅇ
    f Ḟḟ℉ℱ
    fax ℻
    g ĜĝĞğĠġĢģǦǧǴǵḠḡℊ
    h ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖₕℋℌℍℎ
    i ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊịⁱℐℑℹⅈ
    ij Ĳĳ
    j Ĵĵǰⅉ
    k ĶķǨǩḰḱḲḳḴḵₖ
    l ĹĺĻļĽľĿŀḶḷḸḹḺḻḼḽₗℒℓ
    lj Ǉǈǉ
    m ḾḿṀṁṂṃₘℳ
    n ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋⁿₙℕ
    nj Ǌǋǌ
    no №
    o ºÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợₒℴ
    p ṔṕṖṗₚℙ
    q ℚ
    r ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟℛℜℝ
    rs ₨
    s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛₛ
    sm ℠
    ss ßẞ
    t ŢţŤťȚțṪṫṬṭṮṯṰṱẗₜ
    tel ℡
    tm ™
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự
    v ṼṽṾṿ
    w ŴŵẀẁẂẃẄẅẆẇẈẉẘ
    x ẊẋẌẍₓ
    y ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ
    ff ﬀ
    fi ﬁ
    fl ﬂ
    ffi ﬃ
    ffl ﬄ
    st ﬆ
    и йЙ
    е ёЁ
    z ŹźŻżŽžẐẑẒẓẔẕℤℨ
    """
}
