(module (type $t (func (result i32))) (tag (type $t)))
