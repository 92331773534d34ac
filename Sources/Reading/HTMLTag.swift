import Lexicon

/// The elements that mean something to reading; all others are `unknown`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  case text, unknown
  case html, head, body, title, meta, link, base
  case script, style, noscript, template, svg, iframe, object, embed, canvas, audio, video, math
  case nav, footer, header, aside, main, article, section, div, p, blockquote, pre, address, center
  case h1, h2, h3, h4, h5, h6, hgroup
  case ul, ol, li, dl, dt, dd, menu
  case table, thead, tbody, tfoot, tr, td, th, caption
  case figure, figcaption, picture, img, br, hr
  case form, button, select, option, input, textarea, label, fieldset, legend
  case details, summary, dialog
  case a, span, b, strong, i, em, u, s, sup, sub, small, q, cite, time, font, abbr, code, mark, ins, del, tt,
    big

  /// Of the hash of a name in small letters.
  static let byHash: HashedWords<HTMLTag> = {
    var found: [UInt64: HTMLTag] = [:]
    for tag in allCases where tag != .text && tag != .unknown { found[WordHash.of("\(tag)".utf8)] = tag }
    return HashedWords(found)
  }()

  /// Whether its text runs on in that of its surroundings.
  var isInline: Bool {
    switch self {
    case .a, .span, .b, .strong, .i, .em, .u, .s, .sup, .sub, .small, .q, .cite, .time, .font, .abbr, .code,
      .mark, .ins,
      .del, .tt, .big, .text, .unknown, .label, .img, .picture:
      true
    default: false
    }
  }

  /// Whether nothing in it is ever text of the page.
  var isSilent: Bool {
    switch self {
    case .head, .title, .meta, .link, .base, .script, .style, .noscript, .template, .svg, .iframe, .object,
      .embed,
      .canvas, .audio, .video, .math, .button, .select, .option, .input, .textarea:
      true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }
}

/// The attributes that are kept.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case id, `class`, role, itemprop, itemtype, property, name, content, href, rel, datetime, lang, type, style,
    hidden
  case ariaHidden, pubdate, charset

  static let byHash: HashedWords<HTMLAttribute> = {
    var found: [UInt64: HTMLAttribute] = [:]
    for attribute in allCases {
      let name = attribute == .ariaHidden ? "aria-hidden" : "\(attribute)"
      found[WordHash.of(name.utf8)] = attribute
    }
    return HashedWords(found)
  }()
}
