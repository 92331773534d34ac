/// Markets as people call them: `CN` is "China", `150` is "Europe".
public enum MarketWords {
  /// The name of a market, or the code itself where it has none here.
  public static func name(of code: String) -> String { names[code] ?? code }

  /// The codes of all markets that have a name.
  public static var codes: [String] { names.keys.sorted() }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for entry in table.utf8.split(separator: 0x7C) {
      guard let space = entry.firstIndex(of: 0x20) else { continue }
      names[String(Substring(entry[..<space]))] = String(Substring(entry[entry.index(after: space)...]))
    }
    return names
  }()

  /// ISO 3166-1 countries, UN M49 regions, and the two that are neither.
  private static let table = """
    AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AL Albania|AM Armenia|\
    AO Angola|AR Argentina|AT Austria|AU Australia|AZ Azerbaijan|BA Bosnia and Herzegovina|BB Barbados|\
    BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BN Brunei|\
    BO Bolivia|BR Brazil|BS Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize|CA Canada|CD DR Congo|\
    CF Central African Republic|CG Congo|CH Switzerland|CI Ivory Coast|CL Chile|CM Cameroon|CN China|\
    CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|\
    DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|ER Eritrea|ES Spain|ET Ethiopia|\
    FI Finland|FJ Fiji|FR France|GA Gabon|GB United Kingdom|GE Georgia|GH Ghana|GM Gambia|GN Guinea|\
    GQ Equatorial Guinea|GR Greece|GT Guatemala|GY Guyana|HK Hong Kong|HN Honduras|HR Croatia|HT Haiti|\
    HU Hungary|ID Indonesia|IE Ireland|IL Israel|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy|JM Jamaica|\
    JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KP North Korea|KR South Korea|KW Kuwait|\
    KZ Kazakhstan|LA Laos|LB Lebanon|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|\
    LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MG Madagascar|\
    MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macau|MR Mauritania|MT Malta|MU Mauritius|\
    MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NE Niger|NG Nigeria|NI Nicaragua|\
    NL Netherlands|NO Norway|NP Nepal|NZ New Zealand|OM Oman|PA Panama|PE Peru|PG Papua New Guinea|\
    PH Philippines|PK Pakistan|PL Poland|PR Puerto Rico|PS Palestine|PT Portugal|PY Paraguay|QA Qatar|\
    RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|\
    SI Slovenia|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|\
    SV El Salvador|SY Syria|SZ Eswatini|TD Chad|TG Togo|TH Thailand|TJ Tajikistan|TM Turkmenistan|\
    TN Tunisia|TR Turkey|TT Trinidad and Tobago|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|US United States|\
    UY Uruguay|UZ Uzbekistan|VA Vatican City|VE Venezuela|VN Vietnam|XK Kosovo|YE Yemen|ZA South Africa|\
    ZM Zambia|ZW Zimbabwe|001 worldwide|002 Africa|005 South America|009 Oceania|013 Central America|\
    015 North Africa|019 Americas|021 North America|030 East Asia|034 South Asia|035 Southeast Asia|\
    039 Southern Europe|053 Australia and New Zealand|142 Asia|143 Central Asia|145 Middle East|150 Europe|\
    151 Eastern Europe|154 Northern Europe|155 Western Europe|202 Sub-Saharan Africa|419 Latin America|\
    EU European Union|overseas overseas
    """
}
