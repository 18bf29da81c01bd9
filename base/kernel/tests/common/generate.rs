//! Entries as proptest makes them: few people's worth of kinds, few days, so that they collide.
