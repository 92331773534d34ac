import Foundation
import Testing

@Suite struct CatalogueCommandTests {
  static let letter = """
    Lumingo kommt

    Der chinesische Hersteller 流明 will 2026 in Deutschland 20.000 Autos verkaufen. Der SUV Morgenrot kostet ab 29.990 Euro.
    """

  static let line = "{\"id\": \"a\", \"language\": \"en\", \"text\": \"流明 sold 5,000 cars in 2024.\"}\n"

  static func withNames() throws -> Folder {
    let folder = try Folder()
    _ = try folder.run("catalogue", "add", "maker", "Lumingo", "流明", "--country", "CN")
    _ = try folder.run("catalogue", "add", "model", "流明", "Morgenrot", "--body", "suv")
    return folder
  }

  @Test func ingestFindsWhatWasAddedAndAskUnderstandsIt() throws {
    let folder = try Folder()
    try folder.write("a.txt", Self.letter)
    let ingest = ["ingest", "--published", "2025-11-30", "--language", "de", "a.txt"]
    #expect(try !Program.run(ingest, in: folder).output.contains("20,000"))
    let added = try folder.run("catalogue", "add", "maker", "Lumingo", "流明", "--country", "CN")
    #expect(added.status == 0 && added.output == "")
    #expect(added.notes == "added: maker Lumingo CN, 流明\n")
    #expect(
      try folder.run("catalogue", "add", "model", "流明", "Morgenrot").notes
        == "added: model Lumingo Morgenrot\n")
    let again = try Program.run(ingest, in: folder)
    #expect(again.output.contains("sales target: Lumingo, 20,000 vehicles, 2026, Germany, planned"))
    #expect(again.output.contains("price: Lumingo Morgenrot, from 29,990 EUR"))
    #expect(again.notes.hasSuffix(": 1 brought up to date\n"))
    #expect(try Program.run(ingest, in: folder).notes.hasSuffix(": 1 known already\n"))
    let answer = try folder.run("ask", "Was kostet der Morgenrot?", "--format", "csv")
    #expect(answer.status == 0 && answer.output.contains("price,Lumingo,Morgenrot,start,29990,"))
    let id = String(again.output.prefix { $0 != ":" })
    #expect(try folder.run("facts", "--article", id, "--explain").output.contains("decided by: "))
  }

  @Test func listsWhatWasAddedAndTakesItBack() throws {
    let folder = try Self.withNames()
    let list = try folder.run("catalogue", "list", "--format", "csv")
    #expect(
      list.output == """
        number,sort,manufacturer,model,market,form,owner,body,is_group,is_combustion,needs_maker,names\r
        1,maker,Lumingo,,CN,,,,,,,流明\r
        2,model,Lumingo,Morgenrot,,,,suv,,,,\r

        """)
    #expect(try folder.run("catalogue", "remove", "2").notes == "removed 2\n")
    let missing = try folder.run("catalogue", "remove", "2")
    #expect(missing.status == 1)
    #expect(
      missing.notes
        == "Error: nothing with the number 2 was added to the catalogue. Try: evfacts catalogue list\n")
    _ = try folder.run("catalogue", "remove", "1")
    let empty = try folder.run("catalogue", "list")
    #expect(
      empty.status == 0 && empty.output == "" && empty.notes.hasPrefix("Nothing was added to the catalogue"))
  }

  @Test func aTableGoesToFiltersAndToOtherDatabases() throws {
    let folder = try Self.withNames()
    let table = try folder.run("catalogue", "list", "--tsv").output
    try folder.write("names.tsv", table)
    for command in ["extract", "mentions"] {
      #expect(
        try folder.run(command, "--catalogue", "names.tsv", input: Self.line).output.contains("\"Lumingo\""))
      #expect(try !folder.run(command, input: Self.line).output.contains("\"Lumingo\""))
    }
    let first = try folder.run("catalogue", "import", "--db", "b.sqlite", "names.tsv")
    #expect(first.notes == "2 rows: 2 new, 0 known already\n")
    let second = try folder.run("catalogue", "import", "--db", "b.sqlite", "-", input: table)
    #expect(second.notes == "2 rows: 0 new, 2 known already\n")
    #expect(try folder.run("catalogue", "list", "--db", "b.sqlite", "--tsv").output == table)
  }

  @Test(arguments: [
    (["maker", "VW"], "'VW' is in the catalogue already: Volkswagen. Try: "),
    (["model", "小米", "su7"], "'su7' is in the catalogue already: Xiaomi SU7. Try: "),
    (
      ["model", "Nobody", "X"],
      "the catalogue has no maker 'Nobody'. Try: evfacts catalogue add maker 'Nobody'"
    ),
    (["alias", "Xiaomi", "SU99", "X"], "the catalogue has no model 'SU99' of Xiaomi. Try: "),
    (["alias", "Xiaomi", "小米"], "'小米' is in the catalogue already: Xiaomi. Try: "),
    (["market", "DE", "Deutschland"], "'Deutschland' is in the catalogue already: DE. Try: "),
    (["market", "ZZ", "Nowhere"], "'ZZ' is no market. Try: "),
    (["maker", "Lumingo", "--country", "China"], "'China' is no market. Try: "),
    (["maker", "a|b"], "'a|b' is no name. Try: "),
    (["maker", ""], "'' is no name. Try: "),
  ])
  func saysWhatIsWrongAndMakesNoDatabase(arguments: [String], message: String) throws {
    let folder = try Folder()
    let run = try Program.run(["catalogue", "add"] + arguments, in: folder)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: " + message), "\(run.notes)")
    #expect(run.notes.filter { $0 == "\n" }.count == 1)
    #expect(!folder.has("evfacts.sqlite"))
  }

  @Test func aTableWithAFaultAddsNothing() throws {
    let folder = try Folder()
    try folder.write("names.tsv", "sort\tmanufacturer\nmaker\tLumingo\nmaker\t|\n")
    let run = try folder.run("catalogue", "import", "names.tsv")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: cannot read the names of 'names.tsv', line 3: '|' is no name. Try: "))
    #expect(!folder.has("evfacts.sqlite"))
    let extract = try folder.run("extract", "--catalogue", "names.tsv", input: Self.line)
    #expect(extract.status == 1 && extract.output == "")
    #expect(
      try folder.run("extract", "--catalogue", "none.tsv").notes.hasPrefix("Error: there is no 'none.tsv'."))
  }

  @Test(arguments: [["maker"], ["model"], ["alias"], ["market"]])
  func eachSortShowsExamples(sort: [String]) throws {
    let run = try Program.run(["catalogue", "add"] + sort + ["--help"], in: Folder())
    #expect(run.output.contains("EXAMPLES\n  evfacts catalogue add \(sort[0])"))
  }

  @Test(arguments: ["list", "remove", "import"])
  func eachCommandShowsExamples(command: String) throws {
    let run = try Folder().run("catalogue", command, "--help")
    #expect(run.output.contains("EXAMPLES\n  evfacts catalogue "))
    #expect(run.status == 0)
  }
}
