package dev.wasmledger.integration;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the table "may use" of ARCHITECTURE.md, and that a module's internals stay its own. */
class ModuleRulesTest {

    /** A module, the root of its packages, and the modules whose classes it may use. */
    enum Module {
        WIT_PARSER("dev.wasmledger.wit"),
        COMPONENT_MODEL("dev.wasmledger.component", WIT_PARSER),
        BINDGEN("dev.wasmledger.bindgen", COMPONENT_MODEL),
        COMPOSER("dev.wasmledger.composer", COMPONENT_MODEL),
        COMPONENT_RUNTIME("dev.wasmledger.runtime", COMPONENT_MODEL),
        GUEST_JAVA("dev.wasmledger.guest"),
        MAVEN_PLUGIN("dev.wasmledger.maven", BINDGEN, COMPOSER, GUEST_JAVA),
        LEDGER_RUNTIME("dev.wasmledger.ledger", COMPONENT_RUNTIME, COMPOSER),
        CLI("dev.wasmledger.cli", LEDGER_RUNTIME, BINDGEN, GUEST_JAVA);

        private final String root;
        private final Set<Module> mayUse = EnumSet.of(this);

        /** What a module may use, it may use with all that it in turn may use: the house has rooms, not corridors. */
        Module(String root, Module... mayUse) {
            this.root = root;
            for (Module module : mayUse) {
                this.mayUse.addAll(module.mayUse);
            }
        }

        static Optional<Module> of(JavaClass type) {
            return Arrays.stream(values())
                    .filter(module -> type.getPackageName().equals(module.root)
                            || type.getPackageName().startsWith(module.root + "."))
                    .findFirst();
        }

        DescribedPredicate<JavaClass> members() {
            return DescribedPredicate.describe(
                    "classes of " + name(), type -> of(type).equals(Optional.of(this)));
        }
    }

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.wasmledger");
    }

    @ParameterizedTest
    @EnumSource
    void usesOnlyWhatItMay(Module module) {
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                "classes of modules other than " + module.mayUse,
                type -> Module.of(type)
                        .filter(other -> !module.mayUse.contains(other))
                        .isPresent());
        noClasses().that(are(module.members())).should().dependOnClassesThat(forbidden).check(classes);
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsInternalsToItself(Module module) {
        DescribedPredicate<JavaClass> internalsOfOthers = DescribedPredicate.describe(
                "internals of other modules",
                type -> Arrays.asList(type.getPackageName().split("\\.")).contains("internal")
                        && Module.of(type).filter(owner -> owner != module).isPresent());
        noClasses()
                .that(are(module.members()))
                .should()
                .dependOnClassesThat(internalsOfOthers)
                .check(classes);
    }

    @Test
    void onlyOnePackageImportsTheEngine() {
        Set<String> packages = classes.stream()
                .filter(type -> Module.of(type).equals(Optional.of(Module.COMPONENT_RUNTIME)))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("com.dylibso.chicory")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(packages).hasSize(1);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .that()
                .resideInAPackage("dev.wasmledger..")
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "belong to a module", type -> Module.of(type).isPresent())))
                .check(classes);
    }
}
