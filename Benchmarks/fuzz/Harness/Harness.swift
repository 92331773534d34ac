import Facts
import Foundation
import Linking
import Reading

/// The file whose name FUZZ_NAME gives (`a.html`, `a.warc`, …), empty for standard input, with the fuzzer's bytes in it.
private let name: String? = {
  let name = ProcessInfo.processInfo.environment["FUZZ_NAME"] ?? ""
  return name.isEmpty ? nil : name
}()

/// libFuzzer's loop; its own `main` would stand in the way of the one that SwiftPM gives to programs.
@_silgen_name("LLVMFuzzerRunDriver")
private func fuzz(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Harness {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(fuzz(&count, &arguments) { readOne($0, $1) })
  }
}

private let extractor = FactExtractor()

/// Extracts from one text; whatever it holds, each fact lies on whole characters of it.
private func extractOne(_ bytes: [UInt8]) -> CInt {
  let language = LanguageCode.allCases[Int(bytes.first ?? 0) % LanguageCode.allCases.count]
  let article = Article(
    id: "a", title: "The electric car of BYD, 小米SU7", published: Day("2025-07-01"), language: language,
    text: String(decoding: bytes.dropFirst(), as: UTF8.self))
  for fact in extractor.extract(article).facts {
    precondition(article.text.range(of: fact.evidence, options: .literal) != nil, "evidence that is not in the text")
    precondition(fact.span?.text(in: article.text) != nil, "a place that cuts a character")
    precondition(fact.value?.isFinite != false, "a value without end")
  }
  return 0
}

/// Reads one input; whatever the bytes, there is an article with a text, or an error.
private func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if name == "extract" { return extractOne(bytes) }
  // PDF files go to another program, which has fuzzers of its own.
  if bytes.starts(with: "%PDF-".utf8) { return -1 }
  guard let read = try? ArticleReader().read(bytes: bytes, name: name) else { return 0 }
  for article in read { precondition(!article.article.text.isEmpty, "an article without a text") }
  return 0
}
