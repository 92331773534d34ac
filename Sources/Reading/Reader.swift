import Facts
import CLibXML2

/// Bytes to articles.
public enum Reader {
}
