// Tokens of WIT. (WIT.md, "Lexical structure".)
// What no token may start with becomes UNEXPECTED, so that the parser reports every error, in the order of the text.
lexer grammar WitLexer;

options { superClass = WitLexerBase; }

channels { COMMENTS }

// A comment that the end of the file cuts off.
tokens { UNTERMINATED_COMMENT }

AS : 'as' ;
ASYNC : 'async' ;
BOOL : 'bool' ;
BORROW : 'borrow' ;
CHAR : 'char' ;
CONSTRUCTOR : 'constructor' ;
ENUM : 'enum' ;
ERROR_CONTEXT : 'error-context' ;
EXPORT : 'export' ;
F32 : 'f32' ;
F64 : 'f64' ;
FLAGS : 'flags' ;
FROM : 'from' ;
FUNC : 'func' ;
FUTURE : 'future' ;
IMPORT : 'import' ;
INCLUDE : 'include' ;
INTERFACE : 'interface' ;
LIST : 'list' ;
MAP : 'map' ;
OPTION : 'option' ;
OWN : 'own' ;
PACKAGE : 'package' ;
RECORD : 'record' ;
RESOURCE : 'resource' ;
RESULT : 'result' ;
S16 : 's16' ;
S32 : 's32' ;
S64 : 's64' ;
S8 : 's8' ;
STATIC : 'static' ;
STREAM : 'stream' ;
STRING_TYPE : 'string' ;
TUPLE : 'tuple' ;
TYPE : 'type' ;
U16 : 'u16' ;
U32 : 'u32' ;
U64 : 'u64' ;
U8 : 'u8' ;
USE : 'use' ;
VARIANT : 'variant' ;
WITH : 'with' ;
WORLD : 'world' ;
UNDERSCORE : '_' ;

EQUALS : '=' ;
COMMA : ',' ;
COLON : ':' ;
PERIOD : '.' ;
SEMICOLON : ';' ;
LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
LESS_THAN : '<' ;
GREATER_THAN : '>' ;
STAR : '*' ;
AT : '@' ;
SLASH : '/' ;
PLUS : '+' ;
MINUS : '-' ;
ARROW : '->' ;

INTEGER : [0-9]+ ;

// Wider than a kebab-name: a wrong name is one token and gets an error of its own.
ID : NAME_START NAME_PART* ;
EXPLICIT_ID : '%' ( NAME_START NAME_PART* )? ;
fragment NAME_START : [\p{XID_Start}_] ;
fragment NAME_PART : [\p{XID_Continue}] | '-' ;

STRING : '"' STRING_PART* '"' ;
UNTERMINATED_STRING : '"' STRING_PART* ;
fragment STRING_PART : ~["\\\r\n] | '\\' ~[\r\n] ;

LINE_COMMENT : '//' ~[\n]* -> channel(COMMENTS) ;
// Comments nest, to any depth: the base class counts instead of recursing.
BLOCK_COMMENT : '/*' { readBlockComment(BLOCK_COMMENT, COMMENTS, UNTERMINATED_COMMENT); } ;
WHITESPACE : [ \t\r\n]+ -> skip ;
UNEXPECTED : . ;

