/// Bytes to text: the encoding is told by the byte-order mark, the bytes, the page's word, or a guess, in this order.
///
/// Bytes that are valid UTF-8 are UTF-8 whatever the page says: text in another encoding is so by chance only where it
/// is ASCII. Broken bytes become U+FFFD and are counted, never an error.
struct TextDecoding: Equatable {
  /// The text, as it stands in the file.
  var text: String
  /// The name of the encoding.
  var encoding: String
  /// Whether it was told by the bytes' look alone.
  var isGuess = false

  /// How many characters could not be read.
  var brokenCount: Int {
    if isIntact { return 0 }
    var text = text
    return text.withUTF8 { bytes in
      // U+FFFD in UTF-8.
      bytes.indices.dropFirst(2).reduce(0) {
        $0 + (bytes[$1] == 0xBD && bytes[$1 - 1] == 0xBF && bytes[$1 - 2] == 0xEF ? 1 : 0)
      }
    }
  }
  /// Whether the bytes were valid as they came.
  var isIntact = false

  /// Decodes bytes; `label` overrides what they say, `charset` is the server's word and counts before the page's.
  static func decode(_ bytes: [UInt8], encoding label: String?, charset: String? = nil, name: String)
    throws(ReadingError) -> TextDecoding
  {
    if let label {
      guard let encoding = EncodingName(label: label), let text = encoding.decode(bytes[...])
      else { throw ReadingError.unknownEncoding(label: label) }
      return TextDecoding(text: withoutMark(text), encoding: encoding.name)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return TextDecoding(text: String(decoding: bytes.dropFirst(3), as: UTF8.self), encoding: "utf-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    if let littleEndian = EncodingGuess.utf16IsLittleEndian(bytes) {
      var decoded = utf16(bytes[...], littleEndian: littleEndian)
      decoded.isGuess = true
      return decoded
    }
    if EncodingGuess.isBinary(bytes) { throw ReadingError.binary(name: name) }
    if let text = String(validating: bytes, as: UTF8.self) {
      return TextDecoding(text: text, encoding: "utf-8", isIntact: true)
    }
    for label in [charset, EncodingGuess.declared(in: bytes)] {
      guard let encoding = label.flatMap(EncodingName.init(label:)), !encoding.name.hasPrefix("utf-"),
        let text = encoding.decode(bytes[...])
      else { continue }
      return TextDecoding(text: text, encoding: encoding.name)
    }
    let guess = EncodingGuess.guess(bytes)
    let text = guess.decode(bytes[...]) ?? String(decoding: bytes, as: UTF8.self)
    return TextDecoding(text: text, encoding: guess.name, isGuess: true)
  }

  private static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> TextDecoding {
    let encoding: EncodingName = littleEndian ? .utf16LittleEndian : .utf16BigEndian
    return TextDecoding(text: encoding.decode(bytes) ?? "", encoding: encoding.name)
  }
}
