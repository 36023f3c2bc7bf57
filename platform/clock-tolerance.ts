/** How far the clocks of two services may be apart, in seconds, before what one says of a time is not believed by the other. */
export const CLOCK_TOLERANCE_S = 30;
