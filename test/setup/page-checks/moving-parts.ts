/** Runs in a page for somebody who asked for less motion: whatever still moves. */
export function movingParts(): string[] {
  const isLong = (times: string) => times.split(",").some((time) => Number.parseFloat(time) > 0);
  const moving = [...document.querySelectorAll("*")].filter((element) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } =
      getComputedStyle(element);
    const isAnimated = animationName !== "none" && isLong(animationDuration);
    return isLong(transitionDuration) || isAnimated || scrollBehavior === "smooth";
  });
  return moving.map(({ tagName, className }) => `moves: ${tagName.toLowerCase()}.${className}`);
}
