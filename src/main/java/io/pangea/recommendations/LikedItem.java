package io.pangea.recommendations;

import java.time.Instant;

/** A like by the number of its item. */
record LikedItem(int item, Like.How how, boolean lasting, Instant at) {

	Seed.Cause cause() {
		return new Seed.Cause(this.item,
				(this.how == Like.How.WATCHED) ? Reason.Code.YOU_WATCHED : Reason.Code.YOU_BOUGHT);
	}

}
