// The grammar of WIT. (WIT.md, "Top-level items" and what follows; rule names are the specification's where it has them.)
// No rule recurses except `ty` and `nestedPackage`, whose depth the token source limits.
parser grammar WitParser;

options { tokenVocab = WitLexer; }

witFile : packageHeader? item* EOF ;
// What is left of a file whose beginning is wrong.
fileRest : item* EOF ;

packageHeader : PACKAGE packageName SEMICOLON ;
packageName : id COLON id (AT version)? ;
nestedPackage : PACKAGE packageName LEFT_BRACE item* RIGHT_BRACE ;

item : gate ( interfaceItem | worldItem | toplevelUseItem | nestedPackage ) ;

gate : attribute* ;
attribute : AT id (LEFT_PAREN attributeArgument (COMMA attributeArgument)* RIGHT_PAREN)? ;
attributeArgument : id EQUALS (version | id) | STRING ;

toplevelUseItem : USE usePath (AS id)? SEMICOLON ;
usePath : id (COLON id SLASH id (AT version)?)? ;

version : INTEGER PERIOD INTEGER PERIOD INTEGER (MINUS versionPart*)? (PLUS versionPart*)? ;
versionPart : versionWord | PERIOD versionWord ;
versionWord : ID | INTEGER | MINUS ;

worldItem : WORLD id LEFT_BRACE worldMember* RIGHT_BRACE ;
worldMember : gate ( importItem | exportItem | useItem | typedefItem | includeItem ) ;
importItem : IMPORT externItem ;
exportItem : EXPORT externItem ;
externItem
    : id COLON funcType SEMICOLON                              # externFunc
    | id COLON INTERFACE LEFT_BRACE interfaceMember* RIGHT_BRACE # externInterface
    | id COLON usePath SEMICOLON                               # externNamedPath
    | usePath SEMICOLON                                        # externPath
    ;
includeItem : INCLUDE usePath ( SEMICOLON | WITH LEFT_BRACE (includeName (COMMA includeName)* COMMA?)? RIGHT_BRACE ) ;
includeName : id AS id ;

interfaceItem : INTERFACE id LEFT_BRACE interfaceMember* RIGHT_BRACE ;
interfaceMember : gate ( useItem | typedefItem | funcItem ) ;

useItem : USE usePath PERIOD LEFT_BRACE (useName (COMMA useName)* COMMA?)? RIGHT_BRACE SEMICOLON ;
useName : id (AS id)? ;

funcItem : id COLON funcType SEMICOLON ;
funcType : ASYNC? FUNC paramList resultList ;
paramList : LEFT_PAREN (namedType (COMMA namedType)* COMMA?)? RIGHT_PAREN ;
resultList : (ARROW ty)? ;
namedType : id COLON ty ;

typedefItem
    : TYPE id EQUALS ty SEMICOLON                                                     # typeItem
    | RECORD id LEFT_BRACE (recordField (COMMA recordField)* COMMA?)? RIGHT_BRACE     # recordItem
    | FLAGS id LEFT_BRACE (label (COMMA label)* COMMA?)? RIGHT_BRACE                  # flagsItem
    | VARIANT id LEFT_BRACE (variantCase (COMMA variantCase)* COMMA?)? RIGHT_BRACE    # variantItem
    | ENUM id LEFT_BRACE (label (COMMA label)* COMMA?)? RIGHT_BRACE                   # enumItem
    | RESOURCE id ( SEMICOLON | LEFT_BRACE resourceMember* RIGHT_BRACE )              # resourceItem
    ;
recordField : id COLON ty ;
label : id ;
variantCase : id (LEFT_PAREN ty RIGHT_PAREN)? ;
resourceMember
    : gate CONSTRUCTOR paramList resultList SEMICOLON # constructorMember
    | gate id COLON STATIC? funcType SEMICOLON        # functionMember
    ;

ty
    : primitive = ( U8 | U16 | U32 | U64 | S8 | S16 | S32 | S64 | F32 | F64 | CHAR | BOOL | STRING_TYPE | ERROR_CONTEXT ) # primitiveType
    | TUPLE LESS_THAN (ty (COMMA ty)* COMMA?)? GREATER_THAN      # tupleType
    | LIST LESS_THAN ty (COMMA INTEGER)? GREATER_THAN            # listType
    | OPTION LESS_THAN ty GREATER_THAN                           # optionType
    | RESULT (LESS_THAN (UNDERSCORE COMMA err = ty | ok = ty (COMMA err = ty)?) GREATER_THAN)? # resultType
    | MAP LESS_THAN key = ty COMMA value = ty GREATER_THAN       # mapType
    | FUTURE (LESS_THAN ty GREATER_THAN)?                        # futureType
    | STREAM (LESS_THAN ty GREATER_THAN)?                        # streamType
    | OWN LESS_THAN id GREATER_THAN                              # ownType
    | BORROW LESS_THAN id GREATER_THAN                           # borrowType
    | id                                                         # nameType
    ;

id : ID | EXPLICIT_ID ;
