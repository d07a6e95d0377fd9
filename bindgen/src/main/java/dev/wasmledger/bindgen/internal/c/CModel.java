package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.guest.GuestLayout;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.wit.TypeDefKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world's types as C has them: structs that lie in memory just as the canonical ABI wants it. */
record CModel(GuestWorld world, GuestLayout layout, CNames names) {

    static CModel of(GuestWorld world) {
        return new CModel(world, new GuestLayout(world), new CNames(world));
    }

    /** A member of a struct or union. */
    record Member(String name, GuestType type, Optional<String> docs) {}

    /** A case of a variant, with the name of its payload in the union. */
    record Alternative(int number, String member, Optional<GuestType> payload, Optional<String> docs) {}

    /** How a type is written in C. */
    sealed interface Form {

        /** A number, or a handle that fits a core value as it is. */
        record Plain() implements Form {}

        /** A struct with nothing but a handle. */
        record Handle() implements Form {}

        /** A pointer, and a number of elements. */
        record Sequence(Optional<GuestType> element) implements Form {}

        /** An array of fixed length in a struct. */
        record Array(GuestType element, long length) implements Form {}

        /** A struct. */
        record Struct(List<Member> members) implements Form {}

        /** A tag and a union; {@code tag} is the member's name. */
        record Tagged(String tag, List<Alternative> alternatives) implements Form {

            /** Whether the tag is true or false. */
            boolean isTruth() {
                return !tag.equals("tag");
            }

            boolean hasPayload() {
                return alternatives.stream().anyMatch(a -> a.payload().isPresent());
            }

            /** Where the payload of a case lies: an option has no union. */
            String payload(Alternative alternative) {
                return tag.equals("is_some") ? "value" : "value." + alternative.member();
            }
        }
    }

    Form form(GuestType type) {
        return switch (type) {
            case GuestType.Scalar scalar -> new Form.Plain();
            case GuestType.Text text -> new Form.Sequence(Optional.empty());
            case GuestType.ListOf(GuestType element) -> new Form.Sequence(Optional.of(element));
            case GuestType.MapOf(GuestType key, GuestType value) ->
                new Form.Sequence(Optional.of(new GuestType.TupleOf(List.of(key, value))));
            case GuestType.FixedList(GuestType element, long length) -> new Form.Array(element, length);
            case GuestType.TupleOf tuple -> struct(tuple);
            case GuestType.OptionOf option -> tagged("is_some", option);
            case GuestType.ResultOf result -> tagged("is_err", result);
            case GuestType.Own own -> new Form.Handle();
            case GuestType.Borrow(GuestType.Resource resource) ->
                resource.port().exported() ? new Form.Plain() : new Form.Handle();
            case GuestType.End end -> new Form.Handle();
            case GuestType.Named named ->
                switch (world.wit().get(named.id()).kind()) {
                    case TypeDefKind.RecordKind record -> struct(named);
                    case TypeDefKind.VariantKind variant -> tagged("tag", named);
                    default -> new Form.Plain();
                };
        };
    }

    private Form struct(GuestType type) {
        List<GuestWorld.Field> fields = world.fields(type);
        List<String> members =
                CNames.members(fields.stream().map(GuestWorld.Field::name).toList());
        List<Member> result = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            result.add(new Member(
                    members.get(i), fields.get(i).type(), fields.get(i).docs()));
        }
        return new Form.Struct(result);
    }

    private Form tagged(String tag, GuestType type) {
        List<GuestWorld.Case> cases = world.cases(type);
        List<String> members =
                CNames.members(cases.stream().map(GuestWorld.Case::name).toList());
        List<Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            GuestWorld.Case of = cases.get(i);
            alternatives.add(new Alternative(i, members.get(i), of.payload(), of.docs()));
        }
        return new Form.Tagged(tag, alternatives);
    }

    /** The types that a type directly holds. */
    List<GuestType> parts(GuestType type) {
        return switch (form(type)) {
            case Form.Plain plain -> List.of();
            case Form.Handle handle -> List.of();
            case Form.Sequence(Optional<GuestType> element) -> element.stream().toList();
            case Form.Array(GuestType element, long length) -> List.of(element);
            case Form.Struct(List<Member> members) ->
                members.stream().map(Member::type).toList();
            case Form.Tagged tagged ->
                tagged.alternatives().stream()
                        .flatMap(a -> a.payload().stream())
                        .toList();
        };
    }
}
