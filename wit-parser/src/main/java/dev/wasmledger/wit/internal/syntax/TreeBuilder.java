package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Docs;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Extern;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ExternFunc;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ExternInterface;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ExternNamedPath;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ExternPath;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ExternType;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Func;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Gate;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Include;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceItem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceMember;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.NestedPackage;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.PackageHeader;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.PackageReference;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Rename;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ToplevelUse;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Use;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.UseName;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.UsePath;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.WorldItem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.WorldMember;
import dev.wasmledger.wit.internal.syntax.WitParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** ANTLR's tree of a file to ours: items, worlds and paths. Items with syntax errors are left out. */
final class TreeBuilder {

    private final Tokens tokens;
    private final Diagnostics diagnostics;
    private final NameBuilder names;
    private final GateBuilder gates;
    private final TypeBuilder types;

    TreeBuilder(Tokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.names = new NameBuilder(tokens, diagnostics);
        this.gates = new GateBuilder(tokens, names, diagnostics);
        this.types = new TypeBuilder(tokens, names, gates, diagnostics);
    }

    /** The tree; absent where a version is wrong, without which much else would look wrong. */
    Optional<SyntaxTree> build(WitFileContext file) {
        Optional<PackageHeader> header = Optional.ofNullable(file.packageHeader())
                .filter(context -> context.packageName() != null && isWhole(context.packageName()))
                .map(context -> packageHeader(context.packageName(), tokens.docsBefore(context)));
        return tree(header, file.item());
    }

    /** The tree of a file whose {@code package} line has no end. */
    Optional<SyntaxTree> build(Optional<PackageNameContext> name, List<ItemContext> items) {
        return tree(name.map(context -> packageHeader(context, Optional.empty())), items);
    }

    private Optional<SyntaxTree> tree(Optional<PackageHeader> header, List<ItemContext> items) {
        var tree = new SyntaxTree(tokens.file(), header, items(items));
        return names.versionsWrong() ? Optional.empty() : Optional.of(tree);
    }

    private PackageHeader packageHeader(PackageNameContext context, Optional<Docs> docs) {
        var name = new PackageName(
                names.name(context.id(0)).text(),
                names.name(context.id(1)).text(),
                Optional.ofNullable(context.version()).flatMap(names::version));
        return new PackageHeader(name, tokens.span(context), docs);
    }

    private List<Item> items(List<ItemContext> contexts) {
        List<Item> items = new ArrayList<>();
        for (ItemContext context : contexts) {
            if (isWhole(context)) {
                items.add(item(context));
            }
        }
        return items;
    }

    private Item item(ItemContext context) {
        Gate gate = gates.gate(context.gate());
        Optional<Docs> docs = tokens.docsBefore(context);
        if (context.interfaceItem() != null) {
            InterfaceItemContext item = context.interfaceItem();
            return new InterfaceItem(names.name(item.id()), gate, docs, interfaceMembers(item.interfaceMember()));
        }
        if (context.worldItem() != null) {
            WorldItemContext item = context.worldItem();
            return new WorldItem(names.name(item.id()), gate, docs, worldMembers(item.worldMember()));
        }
        if (context.toplevelUseItem() != null) {
            ToplevelUseItemContext item = context.toplevelUseItem();
            Span keyword = tokens.span(item.USE().getSymbol());
            return new ToplevelUse(
                    keyword,
                    gate,
                    usePath(item.usePath()),
                    Optional.ofNullable(item.id()).map(names::name));
        }
        NestedPackageContext nested = context.nestedPackage();
        Span keyword = tokens.span(nested.PACKAGE().getSymbol());
        if (gate.first().isPresent()) {
            diagnostics.error(Problem.MISPLACED_ATTRIBUTE, keyword, "a package cannot have attributes");
        }
        return new NestedPackage(keyword, gate, packageHeader(nested.packageName(), docs), items(nested.item()));
    }

    private List<InterfaceMember> interfaceMembers(List<InterfaceMemberContext> contexts) {
        List<InterfaceMember> members = new ArrayList<>();
        for (InterfaceMemberContext context : contexts) {
            if (!isWhole(context)) {
                continue;
            }
            Gate gate = gates.gate(context.gate());
            Optional<Docs> docs = tokens.docsBefore(context);
            if (context.useItem() != null) {
                members.add(use(context.useItem(), gate));
            } else if (context.typedefItem() != null) {
                members.add(types.typedef(context.typedefItem(), gate, docs));
            } else {
                FuncItemContext func = context.funcItem();
                members.add(new Func(names.name(func.id()), gate, docs, types.funcType(func.funcType())));
            }
        }
        return members;
    }

    private List<WorldMember> worldMembers(List<WorldMemberContext> contexts) {
        List<WorldMember> members = new ArrayList<>();
        for (WorldMemberContext context : contexts) {
            if (isWhole(context)) {
                members.add(worldMember(context));
            }
        }
        return members;
    }

    private WorldMember worldMember(WorldMemberContext context) {
        Gate gate = gates.gate(context.gate());
        Optional<Docs> docs = tokens.docsBefore(context);
        if (context.importItem() != null) {
            return new Extern(false, gate, docs, externType(context.importItem().externItem()));
        }
        if (context.exportItem() != null) {
            return new Extern(true, gate, docs, externType(context.exportItem().externItem()));
        }
        if (context.useItem() != null) {
            return use(context.useItem(), gate);
        }
        if (context.typedefItem() != null) {
            return types.typedef(context.typedefItem(), gate, docs);
        }
        IncludeItemContext include = context.includeItem();
        List<Rename> renames = new ArrayList<>();
        for (IncludeNameContext rename : include.includeName()) {
            renames.add(new Rename(names.name(rename.id(0)), names.name(rename.id(1))));
        }
        return new Include(gate, usePath(include.usePath()), renames);
    }

    private ExternType externType(ExternItemContext context) {
        return switch (context) {
            case ExternFuncContext func -> new ExternFunc(names.name(func.id()), types.funcType(func.funcType()));
            case ExternInterfaceContext iface ->
                new ExternInterface(names.name(iface.id()), interfaceMembers(iface.interfaceMember()));
            case ExternNamedPathContext path -> new ExternNamedPath(names.name(path.id()), usePath(path.usePath()));
            case ExternPathContext path -> new ExternPath(usePath(path.usePath()));
            default -> throw unknown(context);
        };
    }

    private Use use(UseItemContext context, Gate gate) {
        List<UseName> useNames = new ArrayList<>();
        for (UseNameContext name : context.useName()) {
            Optional<SyntaxTree.Name> rename = Optional.ofNullable(name.id(1)).map(names::name);
            useNames.add(new UseName(names.name(name.id(0)), rename));
        }
        return new Use(gate, usePath(context.usePath()), useNames);
    }

    private UsePath usePath(UsePathContext context) {
        if (context.COLON() == null) {
            return new UsePath(Optional.empty(), names.name(context.id(0)));
        }
        SyntaxTree.Name namespace = names.name(context.id(0));
        SyntaxTree.Name name = names.name(context.id(1));
        var packageName = new PackageName(
                namespace.text(),
                name.text(),
                Optional.ofNullable(context.version()).flatMap(names::version));
        Span span = tokens.file().span(namespace.span().start(), name.span().end());
        return new UsePath(Optional.of(new PackageReference(packageName, span)), names.name(context.id(2)));
    }

    /** Whether an item was read without an error in it, other than in items of its own. */
    static boolean isWhole(ParserRuleContext context) {
        return context.exception == null;
    }

    /** For switches over ANTLR's alternatives, which are no sealed types. */
    static IllegalStateException unknown(ParserRuleContext context) {
        return new IllegalStateException(
                "the grammar has an alternative that this does not know: " + context.getClass());
    }
}
