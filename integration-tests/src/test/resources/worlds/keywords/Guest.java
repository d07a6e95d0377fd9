package guest;

import guest.test.package_.interface_.Enum_;
import guest.test.package_.interface_.Interface;
import guest.test.package_.interface_.Record_;

public final class Guest implements Interface {

    @Override
    public Tuple2<Record_, Enum_> both(Record_ of, Enum_ one) {
        return new Tuple2<>(new Record_(of.import_(), !of.static_()), one);
    }

    @Override
    public String switch_(byte record, String package_, boolean null_) {
        return package_ + record + null_;
    }

    @Override
    public String toString_() {
        return "text";
    }

    @Override
    public int hashCode_(int int_) {
        return -int_;
    }
}
