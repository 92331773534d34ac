import EVFacts
import Foundation

/// The secret that opens a server which others than this machine can reach.
public struct AccessToken: Sendable {
  /// Why a file holds no token.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be read; `reason` is the system's word.
    case unreadable(path: String, reason: String)
    /// It holds nothing, several lines, or something that no header can carry.
    case unusable(path: String)
    /// It holds less than ``AccessToken/shortest`` characters.
    case short(path: String, count: Int)

    /// What happened, and what to try.
    public var description: String {
      switch self {
      case .unreadable(let path, let reason):
        "cannot read the token file '\(path)': \(reason).\nTry: openssl rand -hex 32 > '\(path)'"
      case .unusable(let path):
        "'\(path)' is no token: it must hold one line of letters, digits and punctuation.\nTry: openssl rand -hex 32 > '\(path)'"
      case .short(let path, let count):
        "the token in '\(path)' has \(count) characters, which can be guessed.\nTry: openssl rand -hex 32 > '\(path)'"
      }
    }
  }

  /// The fewest characters.
  public static let shortest = 16
  /// More bytes of a file are not read.
  private static let longest = 4_096

  private let secret: String

  /// Reads the one line of a file; throws ``Failure``.
  public init(file path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw Failure.unreadable(path: path, reason: FileError.reason(of: errno))
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // A token is short; whatever else is there is none.
    let bytes: Data
    do {
      bytes = try file.read(upToCount: Self.longest) ?? Data()
    } catch {
      throw Failure.unreadable(path: path, reason: FileError.reason(of: errno))
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Failure.unusable(path: path)
    }
    guard text.utf8.count >= Self.shortest else { throw Failure.short(path: path, count: text.utf8.count) }
    secret = text
  }

  init(secret: String) { self.secret = secret }

  /// Whether a text is the token; takes the same time wherever it differs.
  func isToken(_ text: String) -> Bool { SecretText.equal(text, secret) }
}
