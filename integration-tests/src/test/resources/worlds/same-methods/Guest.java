package guest;

import guest.test.same_methods.both_sides.BothSides;
import guest.test.same_methods.both_sides.BothSidesExports;
import guest.test.same_methods.left.Left;
import guest.test.same_methods.right.Right;

public final class Guest implements BothSides {

    @Override
    public Left left() {
        return () -> "left";
    }

    @Override
    public Right right() {
        return () -> 2;
    }

    @Override
    public BothSidesExports functions() {
        return () -> true;
    }
}
